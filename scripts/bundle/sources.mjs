import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import ts from 'typescript';

/** The file that a relative import means. */
export function fileOf(source, importer) {
  if (!source.startsWith('.') || importer === undefined) return null;
  const base = resolve(dirname(importer), source);
  return [`${base}.ts`, `${base}/index.ts`].find((file) => existsSync(file)) ?? null;
}

/** TypeScript's own compiler, a file at a time; tsc checks the types and writes the declarations. */
export const typescript = {
  name: 'typescript',
  resolveId: fileOf,
  transform(code, id) {
    if (!id.endsWith('.ts')) return null;
    const compilerOptions = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022, removeComments: true };
    return { code: ts.transpileModule(code, { compilerOptions, fileName: id }).outputText, map: null };
  },
};
