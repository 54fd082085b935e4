import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The version of this package, whether this file is a source or has become a part of what is built. */
export function packageVersion(): string {
  for (let folder = __dirname; ; folder = dirname(folder)) {
    const found = packageIn(folder);
    if (found?.name === 'sockcall') return found.version;
    if (folder === dirname(folder)) throw new Error(`no package.json of sockcall above ${__dirname}`);
  }
}

function packageIn(folder: string): { readonly name: string; readonly version: string } | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { name: string; version: string };
  } catch {
    return undefined;
  }
}
