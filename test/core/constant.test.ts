import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import * as sockcall from '../../lib';
import { groups } from '../../lib/core/constant/table';
import { native } from '../../lib/core/native';

const rows = groups.flatMap((group) => group.rows);
const values = sockcall as unknown as Record<string, number | undefined>;

describe('the table of constants', () => {
  it('has each name once, with a meaning that is a sentence', () => {
    assert.equal(new Set(rows.map(([name]) => name)).size, rows.length);
    for (const [name, , meaning] of rows) assert.match(meaning, /^\S.*\.$/, name);
  });

  it('has one value in the addon for each row', () => {
    assert.equal(native.constants.length, rows.length);
  });

  it('exports each name, absent and not 0 where the platform lacks it', () => {
    rows.forEach(([name], index) => {
      const value = native.constants[index]!;
      assert.ok(name in sockcall, `${name} is not exported`);
      assert.equal(values[name], Number.isNaN(value) ? undefined : value, name);
    });
  });

  it('names as a second name only what has the same value', () => {
    for (const [name, , , options] of rows) {
      if (options?.alias === undefined || process.platform !== 'linux') continue;
      assert.equal(values[name], values[options.alias], name);
    }
  });

  it('agrees with Node where Node has the constant', () => {
    const theirs: Record<string, number> = { ...os.constants.errno };
    const compared = rows.filter(([name]) => theirs[name] !== undefined && values[name] !== undefined);
    assert.ok(compared.length > 70);
    for (const [name] of compared) assert.equal(values[name], theirs[name], name);
  });

  it('agrees with what a C compiler says of the same headers', function () {
    this.timeout(60000);
    const directory = mkdtempSync(join(os.tmpdir(), 'sockcall-'));
    try {
      const source = join(directory, 'constants.c');
      const names = rows
        .map(([name]) => name)
        .filter((name) => /^(AF|SOCK|SO|MSG|SHUT|SOMAXCONN|IPPROTO_(TCP|UDP))/.test(name));
      const lines = names.map((name) => `#ifdef ${name}\n  printf("${name} %.0f\\n", (double)${name});\n#endif`);
      const headers = ['stdio.h', 'sys/socket.h', 'netinet/in.h'].map((header) => `#include <${header}>`);
      writeFileSync(source, `${headers.join('\n')}\nint main(void) {\n${lines.join('\n')}\n  return 0;\n}\n`);
      try {
        execFileSync('cc', ['-o', join(directory, 'constants'), source], { stdio: 'pipe' });
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
        this.test!.title += ' (skipped: there is no cc)';
        return this.skip();
      }
      const printed = execFileSync(join(directory, 'constants'), { encoding: 'utf8' }).trim().split('\n');
      assert.ok(printed.length > 120);
      for (const line of printed) {
        const [name, value] = line.split(' ') as [string, string];
        assert.equal(values[name], Number(value), name);
      }
    } finally {
      rmSync(directory, { recursive: true });
    }
  });
});
