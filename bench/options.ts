import { parseArgs } from 'node:util';
import type { Settings } from './suite/suite';

export interface Options extends Settings {
  readonly help: boolean;
  /** The suites to run; all if none is named. */
  readonly suites: readonly string[];
}

export const USAGE = `usage: npm run bench -- [options]

  --quick           3 rounds of shorter measurements
  --suite <name>    only this suite; may be repeated
  --rounds <n>      rounds (9)
  --operations <n>  operations in one timed block, instead of each case's own number
  --help
`;

/** @throws an Error whose message is for the user. */
export function parseOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      quick: { type: 'boolean', default: false },
      suite: { type: 'string', multiple: true, default: [] },
      rounds: { type: 'string' },
      operations: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  return {
    help: values.help,
    suites: values.suite,
    rounds: count('rounds', values.rounds) ?? (values.quick ? 3 : 9),
    blocks: values.quick ? 7 : 15,
    operations: count('operations', values.operations),
  };
}

function count(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^[1-9][0-9]{0,8}$/.test(text)) throw new Error(`--${name} must be a positive integer, not '${text}'`);
  return Number(text);
}
