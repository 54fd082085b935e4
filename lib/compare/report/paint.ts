import { styleText } from 'node:util';

/** Colours a text; or leaves it alone, where nobody wants colours. */
export type Paint = (format: 'bold' | 'yellow' | 'green' | 'red' | 'dim', text: string) => string;

export const plain: Paint = (_format, text) => text;

/** Colour on a terminal only, and not with NO_COLOR set. */
export function paintFor(stream: { isTTY?: boolean }, env: NodeJS.ProcessEnv): Paint {
  const wanted = stream.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb';
  // Node has it from 20.12 on. Left to itself, it would look at standard output instead of at the stream given.
  if (!wanted || typeof styleText !== 'function') return plain;
  return (format, text) => styleText(format, text, { validateStream: false });
}
