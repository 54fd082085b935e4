import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import ts from 'typescript';
import { Unmet } from './unmet';

/** Not in version control. The contenders find `sockcall` from there as the package that they are in. */
const BUILD = join(__dirname, 'build');
const C_SOURCES = join(__dirname, 'c');
const CONTENDERS = join(__dirname, 'contenders');

export const compiler = process.env['CC'] ?? 'cc';

/** The program of a C baseline. */
export function baseline(name: string): string {
  return join(BUILD, 'c', name);
}

/** A contender's JavaScript, or its script in another language. */
export function contender(file: string): string {
  return file.endsWith('.py') ? join(CONTENDERS, file) : join(BUILD, 'contenders', `${file}.js`);
}

/** Compiles the C baselines as users compile C, with -O2. */
export function buildBaselines(): void {
  mkdirSync(join(BUILD, 'c'), { recursive: true });
  for (const file of readdirSync(C_SOURCES).filter((name) => name.endsWith('.c'))) {
    const name = basename(file, '.c');
    const args = ['-O2', '-Wall', '-pthread', '-o', baseline(name), join(C_SOURCES, file)];
    const { error, status, stderr } = spawnSync(compiler, args, { encoding: 'utf8' });
    if (error) throw new Unmet(`no C compiler (${compiler}): install one, or name it in the environment variable CC`);
    if (status !== 0) throw new Unmet(`${compiler} can't compile bench/c/${file}:\n${stderr}`);
  }
}

/** Makes plain JavaScript of the contenders, so that their processes run nothing else. */
export function buildContenders(): void {
  mkdirSync(join(BUILD, 'contenders'), { recursive: true });
  for (const file of readdirSync(CONTENDERS).filter((name) => name.endsWith('.ts'))) {
    const { outputText } = ts.transpileModule(readFileSync(join(CONTENDERS, file), 'utf8'), {
      compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, esModuleInterop: true },
    });
    writeFileSync(contender(basename(file, '.ts')), outputText);
  }
}
