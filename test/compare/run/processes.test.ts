import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
// As it is built: from sources each process would compile all of them.
import { type Progress, run } from 'sockcall/compare';
import { run as runFromSources } from '../../../lib/compare/run/index';
import { planOf, sourceOf } from './plans';

/** Whether a process is there, or its group. */
function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function assertNoneLeft(processes: readonly { readonly pid: number }[]): void {
  for (const { pid } of processes) assert.ok(!exists(pid) && !exists(-pid), `${pid} is still there`);
}

describe('run, in processes of its own', function () {
  this.timeout(60_000);
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'sockcall-run-'));
  });
  after(() => rmSync(folder, { recursive: true }));

  it('measures in one after another, each with rounds of its own', async () => {
    const steps: Progress[] = [];
    const record = await run(sourceOf({}), planOf({ rounds: 3, processes: 2 }), {
      onProgress: (progress) => steps.push(progress),
    });
    assert.equal(record.end, 'rounds', record.failure);
    assert.deepEqual(
      record.processes.map(({ index, rounds, lengths }) => ({ index, rounds, lengths })),
      [0, 1].map((index) => ({ index, rounds: 3, lengths: [8, 8] })),
    );
    assert.equal(new Set([process.pid, ...record.processes.map(({ pid }) => pid)]).size, 3);
    // Two cells, in each four blocks of the first view and three of the other.
    assert.equal(record.blocks.length, 2 * 3 * 2 * (4 + 3));
    assert.deepEqual(record.notes, ['Nothing of this is real.']);
    assert.deepEqual(record.processes[1]!.overhead, { native: [20, 20, 20], javascript: [70, 70, 70] });
    for (const { counts, cell, arm, view } of record.distributions) {
      const blocks = record.blocks.filter((each) => each.cell === cell && each.arm === arm && each.view === view);
      const calls = blocks.reduce((sum, each) => sum + each.calls, 0);
      assert.equal(
        counts.reduce((sum, [, count]) => sum + count, 0),
        calls,
      );
    }
    assert.equal(record.distributions.length, 2 * 3 * 2);
    assert.deepEqual([...new Set(steps.map(({ phase }) => phase))], ['starting', 'warm-up', 'rounds']);
    assert.deepEqual([steps.at(-1)!.done, steps.at(-1)!.process, steps.at(-1)!.rounds], [1, 1, 6]);
    assertNoneLeft(record.processes);
  });

  it('orders the blocks of each process by itself, and the same by the same seed', async () => {
    const orders: string[][] = [];
    for (const seed of [5, 5, 6]) {
      const { blocks } = await run(sourceOf({}), planOf({ rounds: 2, processes: 2, seed }));
      orders.push(
        [0, 1].map((index) =>
          blocks
            .filter((block) => block.process === index)
            .map(({ cell, arm, control, view }) => [cell, arm, control, view].join(' '))
            .join(),
        ),
      );
    }
    const [first, again, other] = [orders[0]!, orders[1]!, orders[2]!];
    assert.deepEqual(first, again);
    assert.notDeepEqual(first, other);
    assert.notEqual(first[0], first[1]);
  });

  it('measures from sources, too', async () => {
    const record = await runFromSources(sourceOf({}), planOf({ rounds: 1 }));
    assert.deepEqual([record.failure, record.end, record.blocks.length], [undefined, 'rounds', 14]);
  });

  for (const [then, said] of [
    ['crash', /ended with code 7; its last words: nobody expects this$/],
    ['kill', /was ended by SIGKILL$/],
    ['throw', /^the bench broke$/],
    ['fail', /^send EPIPE, in a block of (tea|coffee|milk) \(cup \d, view (native|javascript)\)\.$/],
  ] as const) {
    it(`keeps what was measured until a process had its end by: ${then}`, async () => {
      const closed = join(folder, then);
      const record = await run(sourceOf({ then, closed }), planOf({ rounds: 5, processes: 2 }));
      assert.equal(record.end, 'failed');
      assert.match(record.failure!, said);
      assert.equal(record.processes.length, 1);
      assert.deepEqual([record.processes[0]!.rounds, record.processes[0]!.failure], [2, record.failure]);
      assert.ok(record.blocks.length >= 28, String(record.blocks.length));
      if (then === 'fail') assert.equal(record.blocks.at(-1)!.failed, 1);
      // Whoever still can closes what it opened.
      assert.equal(existsSync(closed), then === 'throw' || then === 'fail');
      assertNoneLeft(record.processes);
    });
  }

  it('keeps what was measured if another process cannot be started', () => {
    for (const left of [0, 2, 4, 6]) {
      const args = [
        '-c',
        'ulimit -n 100 && exec "$@"',
        'sh',
        process.execPath,
        join(__dirname, 'crowded.js'),
        `${left}`,
      ];
      const { status, stdout, stderr } = spawnSync('sh', args, { encoding: 'utf8', timeout: 60_000 });
      assert.deepEqual([status, stderr], [0, ''], `${left} left`);
      assert.deepEqual(JSON.parse(stdout), {
        end: 'failed',
        failure: "a measuring process can't be started: spawn " + process.execPath + ' EMFILE',
        processes: [null],
        // Two rounds of two cells, in each four blocks of the first view and three of the other.
        blocks: 2 * 2 * (4 + 3),
      });
    }
  });

  it('ends soon when it is told to, with what there is', async () => {
    const controller = new AbortController();
    const record = await run(sourceOf({}), planOf({ budgetMs: 3_600_000, processes: 3 }), {
      signal: controller.signal,
      onProgress: ({ rounds }) => {
        if (rounds === 2) controller.abort();
      },
    });
    assert.deepEqual([record.end, record.processes.length], ['interrupted', 1]);
    assert.ok(record.blocks.length >= 28);
    assert.ok(record.distributions.length > 0);
    assertNoneLeft(record.processes);
  });

  it('says what is wrong with an experiment before anything is started', async () => {
    const plan = planOf({ rounds: 1 });
    const source = sourceOf({});
    await assert.rejects(run({ ...source, module: 'here.ts' }, plan), /absolute path, not here\.ts/);
    await assert.rejects(
      run({ ...source, module: '/nowhere/at-all.ts' }, plan),
      /can't load \/nowhere\/at-all\.ts: Cannot/,
    );
    await assert.rejects(run({ ...source, name: 'other' }, plan), /made-up\.ts exports no function other/);
    await assert.rejects(run(source, planOf({})), /a plan's budget, rounds or width/);
  });
});
