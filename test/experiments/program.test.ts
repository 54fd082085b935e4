import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { program } from './run';

const EXPERIMENTS = join(__dirname, '..', '..', 'experiments');

describe('experiments', function () {
  this.timeout(60_000);

  it('each has a program, and a page that the overview links to', () => {
    const overview = readFileSync(join(EXPERIMENTS, 'README.md'), 'utf8');
    const folders = readdirSync(EXPERIMENTS, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    assert.ok(folders.length > 1);
    for (const { name } of folders) {
      assert.ok(existsSync(join(EXPERIMENTS, name, 'main.ts')), name);
      assert.ok(existsSync(join(EXPERIMENTS, name, 'README.md')), name);
      assert.ok(overview.includes(`(${name}/README.md)`), name);
    }
  });

  it('are run by their names', async () => {
    const help = await program('main.ts', 'nagle', '--help');
    assert.equal(help.code, 0, help.errors);
    assert.match(help.output, /^Nagle's algorithm .*\n\nOptions:\n/);
    const unknown = await program('main.ts', 'nothing');
    assert.equal(unknown.code, 2);
    assert.match(unknown.errors, /There are: nagle, short-writes/);
  });

  it('refuse what they do not understand', async () => {
    for (const [args, words] of [
      [['--budget', 'x'], '--budget takes whole numbers, not x'],
      [['--nothing'], "Unknown option '--nothing'"],
    ] as const) {
      const { code, errors, output } = await program('nagle/main.ts', ...args);
      assert.equal(code, 1);
      assert.ok(errors.includes(words), errors);
      assert.equal(output, '');
    }
  });
});
