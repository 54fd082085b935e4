import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { callModes, loadArms, loadExperiment, runHere, standardArms, transportNames } from 'sockcall/compare';
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript';
import { addCompareOptions } from '../../lib/cli/compare/options';

const page = readFileSync(join(__dirname, '..', '..', 'docs', 'compare.md'), 'utf8');
const blocks = [...page.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code]) => code!);

/** The program of the page that has such a line. */
function program(line: string): string {
  const found = blocks.filter((code) => code.includes(line));
  assert.equal(found.length, 1, `${found.length} programs with ${line}`);
  return found[0]!;
}

async function inFile<T>(name: string, code: string, use: (path: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'sockcall-'));
  try {
    writeFileSync(join(folder, name), code);
    return await use(join(folder, name));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('docs/compare.md', function () {
  this.timeout(60_000);

  it('has arms that load', async () => {
    const arms = await inFile('arms.ts', program('// arms.ts'), loadArms);
    assert.deepEqual(
      arms.map(({ name }) => name),
      ['send MSG_DONTWAIT', 'getsockopt, send'],
    );
  });

  it('has an experiment that runs', async () => {
    const record = await inFile('nodelay.ts', program('// nodelay.ts'), async (module) =>
      runHere(await loadExperiment({ module, name: 'nodelay', options: {} }), {
        ...{ seed: 1, budgetMs: null, rounds: 2, processes: 1, width: null },
      }),
    );
    assert.equal(record.end, 'rounds', record.failure);
    // Two cells with the baseline, its control and one candidate.
    assert.equal(record.blocks.length, 2 * 2 * 3);
    assert.ok(record.blocks.every(({ calls, total, failed }) => calls > 0 && total > 0 && failed === 0));
  });

  it('has a program over the library that runs', async () => {
    const code = program('callSource(').replace('budgetMs: 15_000, rounds: null', 'budgetMs: null, rounds: 1');
    assert.notEqual(code, program('callSource('));
    const options = { compilerOptions: { module: ModuleKind.CommonJS, target: ScriptTarget.ES2022 } };
    const { outputText } = transpileModule(code, options);
    const printed: unknown[] = [];
    const own = { log: (...values: unknown[]) => printed.push(...values) };
    const stdout = { stdout: { write: (text: string) => printed.push(text) } };
    const body = `return (async () => { const exports = {}; ${outputText} })()`;
    // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call -- it is the page's own program
    await new Function('require', 'console', 'process', body)(require, own, stdout);
    assert.equal(printed[0], 'write');
    assert.match(String(printed.at(-1)), /What does a call cost\?/);
  });

  it('names every mode, transport and arm that there is, and no option that there is not', () => {
    for (const name of [...callModes, ...transportNames, ...standardArms.map((arm) => arm.name)]) {
      assert.ok(page.includes(`\`${name}\``), `${name} is not on the page`);
    }
    const known = addCompareOptions(new Command()).options.map(({ long }) => long);
    const named = new Set([...page.matchAll(/(?<![\w-])--[a-z][a-z-]+/g)].map(([option]) => option));
    named.delete('--help');
    assert.deepEqual(
      [...named].filter((option) => !known.includes(option)),
      [],
    );
  });
});
