import { readFileSync } from 'node:fs';
import type { Module } from 'node:module';
import { join } from 'node:path';

/** What Module has beside its declared members: how Node itself compiles a file. */
interface Compiling extends NodeModule {
  _compile(text: string, file: string): void;
}

/**
 * A part of the bundle that is compiled when it is first used, since few programs use it and compiling takes time. Its
 * text is read now: later the process may have no descriptor left to open a file with, and it is just then that EMFILE
 * is to be explained.
 * @param name of its file, in the folder of the bundle's core.
 * @param load how the sources load it, which lie elsewhere.
 */
export function later<T>(name: string, load: () => T): () => T {
  const file = join(__dirname, `${name}.js`);
  const text = textOf(file);
  let loaded: T | undefined;
  return () => (loaded ??= text === undefined ? load() : compile<T>(file, text));
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function compile<T>(file: string, text: string): T {
  const made = new (require('node:module') as typeof Module)(file, module) as Compiling;
  made.filename = file;
  // The core is this very module. To let Node find it by its name would ask the file system.
  made.require = (name: string) => (name === './core.js' ? module.exports : require(name)) as unknown;
  made._compile(text, file);
  return made.exports as T;
}
