import { createRequire } from 'node:module';
import { join } from 'node:path';
import { CODE, EXTENSION, FROM_SOURCES } from '../../place';

/** What a peer's thread or process is started by. */
export interface Entry {
  readonly file: string;
  /** Options of Node's own. */
  readonly execArgv: readonly string[];
}

/** The peer's program is a file of its own in dist/, too. */
export function entry(): Entry {
  const file = join(CODE, 'compare', 'calls', 'peer', `main${EXTENSION}`);
  return { file, execArgv: [...inherited(), ...(FROM_SOURCES ? compiler() : [])] };
}

/** Node's options of this process, without a program that was given with them (`node -e`). */
function inherited(): string[] {
  const { execArgv } = process;
  const program = execArgv.findIndex((option) => /^(-e|-p|-pe|--eval|--print)$/.test(option));
  return program < 0 ? execArgv : [...execArgv.slice(0, program), ...execArgv.slice(program + 2)];
}

/** Mocha, for one, loads ts-node without an option of Node's. */
function compiler(): string[] {
  return ['-r', createRequire(__filename).resolve('ts-node/register')];
}
