import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openCounters } from '../../../../lib/compare/calls/counter';
import { native } from '../../../../lib/core/native';
import { openDescriptors } from '../../../helpers/descriptors';
import { NOBODY, unreadable } from '../../../helpers/user';

describe('counters', () => {
  it('are opened as far as they are permitted, or it is said why not', () => {
    const { counters, notes } = openCounters();
    try {
      const names = counters?.names ?? [];
      if (!names.includes('instructions')) assert.match(notes[0]!, /not counted|Nothing is counted/);
      if (counters === undefined) return;
      // Nothing has switched them on.
      assert.deepEqual(counters.read(), Object.fromEntries(names.map((name) => [name, 0])));
    } finally {
      counters?.close();
    }
  });

  it('are closed once, however often it is said', () => {
    const before = openDescriptors()?.size;
    const { counters } = openCounters();
    counters?.close();
    counters?.close();
    assert.equal(openDescriptors()?.size, before);
  });

  it('say so when they can not be read, instead of telling nothing', function () {
    const { counters } = openCounters();
    if (counters === undefined) return this.skip();
    counters.close();
    assert.throws(() => counters.read(), /counters can't be read: EBADF/);
  });

  it('of an ordinary user count user mode alone, or nothing, and say so (as root)', function () {
    if (native.openCounter === undefined || process.getuid!() !== 0 || unreadable() !== undefined) return this.skip();
    const paranoid = Number(readFileSync('/proc/sys/kernel/perf_event_paranoid', 'utf8'));
    if (paranoid < 2) return this.skip();
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      ['-r', 'ts-node/register/transpile-only', join(__dirname, 'as-nobody.ts')],
      { uid: NOBODY, gid: NOBODY, encoding: 'utf8' },
    );
    assert.equal(status, 0, stderr);
    const { names, notes } = JSON.parse(stdout) as { names: string[]; notes: string[] };
    if (paranoid === 2) {
      assert.deepEqual(names.slice(-2), ['task-clock', 'page-faults']);
      assert.match(notes.at(-1)!, /user mode alone.*perf_event_paranoid is 2/);
    } else {
      assert.deepEqual(names, []);
      assert.match(notes[0]!, new RegExp(`perf_event_paranoid is ${paranoid}`));
    }
  });
});
