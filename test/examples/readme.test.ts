import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { EXAMPLES } from './run';

describe('examples/README.md', () => {
  const page = readFileSync(join(EXAMPLES, 'README.md'), 'utf8');
  const rows = [...page.matchAll(/^\| \[([\w-]+)\/[\w-]+\]\(([\w./-]+)\) *\| (\S.*?) *\| (`.*) \|$/gm)];

  it('has every example, with what it shows and how it is run', () => {
    const folders = readdirSync(EXAMPLES, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    assert.deepEqual([...new Set(rows.map(([, folder]) => folder))], folders.map(({ name }) => name).sort());
  });

  it('says of each the command that runs it', () => {
    for (const [, , path, , run] of rows) {
      assert.ok(existsSync(join(EXAMPLES, path!)), path);
      assert.ok(run!.includes(`npx ts-node examples/${path}`), `${path} is run by ${run}`);
    }
  });
});
