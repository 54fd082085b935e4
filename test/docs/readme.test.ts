import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { controlRows } from '../../lib/control/rows';
import { groups } from '../../lib/core/constant/table';
import { optionRows } from '../../lib/option/rows';
import { calls } from '../../scripts/generate/calls';

const root = join(__dirname, '..', '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');

describe('README.md', () => {
  it('counts what there is', () => {
    const options = optionRows.filter(({ alias }) => alias === undefined);
    const constants = groups.flatMap(({ rows }) => rows);
    for (const count of [
      `${calls().length} calls, ${options.length} socket options and ${controlRows().length} control messages`,
      `[all ${constants.length}](docs/constants.md)`,
    ]) {
      assert.ok(readme.includes(count), `README.md does not say: ${count}`);
    }
  });

  it('lists every call, in its family', () => {
    const [, table] = /^## The calls\n(.*?)^## /ms.exec(readme)!;
    const rows = [...table!.matchAll(/^\| (\w+) +\| (.*) \|$/gm)].slice(1);
    const listed = rows.map(([, family, cells]) => [
      family,
      [...cells!.matchAll(/`(\w+)`/g)].map(([, name]) => name!),
    ]) as [string, string[]][];
    for (const { family, name } of calls()) {
      assert.ok(
        listed.some(([where, names]) => where === family && names.includes(name)),
        `${name} is not listed under ${family}`,
      );
    }
    assert.deepEqual(listed.map(([family]) => family).sort(), [...new Set(calls().map(({ family }) => family))].sort());
  });

  it('links, as the documents do, to what exists', () => {
    const pages = [
      'README.md',
      'CONTRIBUTING.md',
      'docs/doors.md',
      'docs/not-implemented.md',
      'docs/options.md',
      'docs/threads.md',
    ];
    pages.push(
      'docs/compare.md',
      'experiments/README.md',
      'experiments/nagle/README.md',
      'experiments/short-writes/README.md',
    );
    for (const page of [...pages, 'docs/calls.md', 'docs/control-messages.md', 'examples/README.md']) {
      const text = readFileSync(join(root, page), 'utf8');
      for (const [, target] of text.matchAll(/\]\(([\w./-]+)(?:#[\w-]+)?\)/g)) {
        assert.ok(existsSync(join(root, dirname(page), target!)), `${page} links to ${target}`);
      }
    }
  });
});
