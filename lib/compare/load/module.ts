import { sep } from 'node:path';
import type { createJiti } from 'jiti';
import { CODE } from '../place';

/**
 * Loads a module of the user's, or of this package. Node 20 does not know TypeScript, so jiti compiles what is not this
 * package's own. It leaves no file behind; and things from `sockcall` are the very same that this package uses.
 */
export async function loadModule(path: string): Promise<Readonly<Record<string, unknown>>> {
  if (path.startsWith(CODE + sep)) return require(path) as Record<string, unknown>;
  return (jiti ??= compiler()).import<Record<string, unknown>>(path);
}

let jiti: ReturnType<typeof createJiti> | undefined;

function compiler(): ReturnType<typeof createJiti> {
  const { createJiti: create } = require('jiti') as { createJiti: typeof createJiti };
  const load = (name: string): unknown => require(`${CODE}/${name}`);
  const virtualModules = {
    sockcall: load('index'),
    'sockcall/raw': load('raw'),
    'sockcall/result': load('result'),
    'sockcall/promises': load('promises'),
    'sockcall/compare': load('compare/index'),
  };
  // With interopDefault all that is imported would be a proxy, each property 25 ns and more: it would be measured.
  return create(__filename, { fsCache: false, interopDefault: false, virtualModules });
}
