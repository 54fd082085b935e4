import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JsonSchema } from '../../lib/compare/store/json-schema';

const ROOT = join(__dirname, '..', '..');

const EXPERIMENT = `
  import { type Fd, AF_UNIX, SOCK_STREAM, SyscallError, close, recv, send, socketpair } from 'sockcall';
  import { defineExperiment } from 'sockcall/compare';
  import { now } from './clock';

  export enum Flag { None = 0 }

  export const sizes = defineExperiment({
    name: 'sizes',
    title: 'Does the size matter?',
    options: { sizes: [1] as readonly number[] },
    factors: ({ sizes }) => ({ size: sizes }),
    arms: ['half', 'whole'],
    open: () => {
      const [near, far] = socketpair(AF_UNIX, SOCK_STREAM) as [Fd, Fd];
      return {
        value: ({ size }, arm) => {
          const buffer = new Uint8Array(arm === 'half' ? size / 2 : size);
          const start = now();
          send(near, buffer, Flag.None);
          const value = now() - start;
          recv(far, buffer, 0);
          return value;
        },
        notes: () => [String(SyscallError.name)],
        close: () => [near, far].forEach((fd) => close(fd)),
      };
    },
  });
`;

const MAIN = `
  import { SyscallError } from 'sockcall';
  import { analyse, formatText, run } from 'sockcall/compare';
  import { fileURLToPath } from 'node:url';

  const module = fileURLToPath(new URL('experiment.ts', import.meta.url));
  const plan = { seed: 1, budgetMs: null, rounds: 6, processes: 2, width: null };
  const record = await run({ module, name: 'sizes', options: { sizes: [64, 4096] } }, plan);
  const text = formatText(record, analyse(record));
  const { end, failure, notes, processes } = record;
  console.log(JSON.stringify({ end, failure, notes, rounds: processes.map(({ rounds }) => rounds), text }));
`;

describe('sockcall/compare, as who installed it uses it', () => {
  let folder: string;
  before(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'sockcall-consumer-')));
    mkdirSync(join(folder, 'node_modules'));
    symlinkSync(ROOT, join(folder, 'node_modules', 'sockcall'));
    writeFileSync(join(folder, 'experiment.ts'), EXPERIMENT);
    writeFileSync(join(folder, 'clock.ts'), 'export const now = (): number => 1e6 * performance.now();');
    writeFileSync(join(folder, 'main.mjs'), MAIN);
  });
  after(() => rmSync(folder, { recursive: true }));

  const node = (...args: string[]): string =>
    execFileSync(process.execPath, args, { cwd: folder, encoding: 'utf8', timeout: 60_000 });

  it('runs an experiment in TypeScript from a module of JavaScript', () => {
    const result = JSON.parse(node('main.mjs')) as Record<string, unknown>;
    assert.deepEqual(
      [result['failure'], result['end'], result['rounds'], result['notes']],
      [undefined, 'rounds', [6, 6], ['SyscallError']],
    );
    assert.match(String(result['text']), /^Does the size matter\?/);
  });

  it('gives the same by require and by import', () => {
    const code = `
      import * as imported from 'sockcall/compare';
      import { createRequire } from 'node:module';
      const required = createRequire(process.cwd() + '/')('sockcall/compare');
      const names = Object.keys(required);
      console.log(names.length > 20 && names.every((name) => Object.is(imported[name], required[name])));`;
    assert.equal(node('--input-type=module', '-e', code).trim(), 'true');
  });

  it('runs what is given as text to Node, too', () => {
    const code = `
      const { callSource, run } = require('sockcall/compare');
      const source = callSource({ transports: ['unix'], sizes: [1], directions: ['send'] });
      run(source, { seed: 1, budgetMs: null, rounds: 1, processes: 1, width: null }).then(({ end, failure }) =>
        console.log(end, failure));`;
    assert.equal(node('-e', code).trim(), 'rounds undefined');
  });

  it('shares its classes with the other doors', () => {
    const code = `
      const { SyscallError, AF_UNIX, SOCK_STREAM } = require('sockcall');
      const { runHere, defineExperiment } = require('sockcall/compare');
      const failing = defineExperiment({ name: 'f', title: 'F?', factors: {}, arms: ['a', 'b'],
        open: () => ({ value: () => require('sockcall').close(12345) }) });
      runHere(failing(), { seed: 1, budgetMs: null, rounds: 1, processes: 1, width: null })
        .then(({ failure }) => console.log(failure));`;
    assert.match(node('-e', code), /^close EBADF, in a block of a \(view native\)\. .*descriptor/);
  });

  it('ships the schema of its files', () => {
    const file = join(ROOT, 'schema', 'run-2.json');
    const schema = JSON.parse(readFileSync(file, 'utf8')) as JsonSchema;
    assert.equal(node('-p', "require('sockcall/schema/run-2.json').properties.schema.const").trim(), '2');
    assert.deepEqual(schema.properties?.['schema']?.const, 2);
    const { files } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { files: string[] };
    assert.ok(files.includes('schema'));
  });
});
