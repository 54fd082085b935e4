import assert from 'node:assert/strict';
import type { Counts, Experiment } from '../../../lib/compare/experiment';
import { Random } from '../../../lib/compare/random';
import type { Plan, RunRecord } from '../../../lib/compare/record';
import { type Progress, runHere } from '../../../lib/compare/run/index';
import { STEADY_STRETCH } from '../../../lib/compare/statistics';
import { planOf } from './plans';

/** An experiment whose blocks let the clock go on, by a microsecond a call if nothing else is said. */
class Fake {
  time = 0;
  renewals = 0;
  opened = 0;
  closed = 0;
  readonly measured: { cell: number; arm: string; view: string; calls: number }[] = [];

  constructor(
    private readonly ns: (arm: string, block: number) => number | Counts = () => 1000,
    /** Milliseconds that a block takes beside its calls. */
    private readonly beside: (view: string) => number = () => 0,
  ) {}

  readonly now = (): number => this.time;

  experiment(cells = 2): Experiment {
    return {
      name: 'fake',
      title: 'Fake?',
      quantity: { name: 'time', unit: 'ns', better: 'less', verb: 'takes', band: { absolute: 1, percent: 1 } },
      factors: [{ name: 'n', title: 'n', levels: [...Array(cells).keys()] }],
      cells: [...Array(cells).keys()].map((n) => ({ n })),
      contest: () => ({ baseline: 'a', candidates: ['b'] }),
      views: () => ['first', 'second'],
      settings: {},
      open: () => {
        this.opened++;
        return {
          renew: () => void this.renewals++,
          measure: (cell, arm, view, calls) => this.measure(Number(cell['n']), arm, view, calls),
          overhead: () => 0,
          close: () => void this.closed++,
        };
      },
    };
  }

  private measure(cell: number, arm: string, view: string, calls: number): Counts {
    this.measured.push({ cell, arm, view, calls });
    const ns = this.ns(arm, this.measured.length);
    if (typeof ns !== 'number') return ns;
    this.time += this.beside(view) + (ns * calls) / 1e6;
    return { calls, total: ns * calls, short: 0, failed: 0 };
  }

  run(plan: Partial<Plan>, signal?: AbortSignal, onProgress?: (progress: Progress) => void): Promise<RunRecord> {
    return runHere(this.experiment(), planOf(plan), {
      now: this.now,
      ...(signal === undefined ? {} : { signal }),
      ...(onProgress === undefined ? {} : { onProgress }),
    });
  }
}

describe('run, by a clock of its own', () => {
  it('measures so many rounds, on something new in each, and closes what it opened', async () => {
    const fake = new Fake();
    const { blocks, processes, end } = await fake.run({ rounds: 4, processes: 3 });
    assert.deepEqual([end, processes.length, blocks.length], ['rounds', 3, 3 * 4 * 2 * (3 + 2)]);
    assert.deepEqual([fake.opened, fake.closed], [3, 3]);
    // Once for the warm-up.
    assert.equal(fake.renewals, 3 * (1 + 4));
    assert.deepEqual(
      blocks.slice(0, 20).map(({ process, round, position }) => [process, round, position]),
      [...Array(20).keys()].map((place) => [0, Math.floor(place / 10), place % 10]),
    );
  });

  it('shares the budget among its processes, all included, and stops before the round that would not fit', async () => {
    const fake = new Fake();
    const { end, processes, elapsedMs } = await fake.run({ budgetMs: 3000, processes: 3 });
    assert.deepEqual([end, processes.length], ['budget', 3]);
    const aRound = 2 * (3 * 0.6 + 2 * 0.2);
    assert.ok(elapsedMs <= 3000 && elapsedMs > 3000 - 3 * aRound, String(elapsedMs));
    for (const { elapsedMs: own, rounds } of processes) {
      assert.ok(Math.abs(own - 1000) <= 2 * aRound, String(own));
      assert.ok(rounds > 100, String(rounds));
    }
  });

  it('measures one round at least', async () => {
    const { processes, end } = await new Fake().run({ budgetMs: 0.001, processes: 3 });
    assert.deepEqual([end, processes.map(({ rounds }) => rounds)], ['budget', [1]]);
  });

  it('makes blocks as long as 0.6 ms, a third of it in other views, all arms of a cell alike', async () => {
    const { blocks, processes } = await new Fake((arm) => (arm === 'a' ? 1000 : 1500)).run({ rounds: 1 });
    const lengths = (view: string): number[] => [
      ...new Set(blocks.filter((block) => block.view === view).map(({ calls }) => calls)),
    ];
    assert.deepEqual([lengths('first'), lengths('second')], [[600], [200]]);
    assert.deepEqual(processes[0]!.lengths, [600, 600]);
  });

  it('takes off what a block takes beside its calls', async () => {
    const beside = (view: string): number => (view === 'first' ? 0.1 : 0.04);
    const { blocks } = await new Fake(() => 2000, beside).run({ rounds: 1 });
    const lengths = new Set(blocks.map(({ view, calls }) => `${view} ${calls}`));
    assert.deepEqual([...lengths].sort(), ['first 250', 'second 80']);
  });

  it('warms up until all cells are steady', async () => {
    const fake = new Fake();
    const { processes } = await fake.run({ rounds: 1 });
    const { steady, unsteady } = processes[0]!.warmUp;
    assert.deepEqual([steady, unsteady], [true, []]);
    const before = fake.measured.length - 20 / 2;
    // As many blocks as find out how long they are to be, of two arms, cells and views, and as the change-point test looks at,
    // of the first view alone.
    assert.equal(before, 6 * 2 * 2 * 2 + STEADY_STRETCH * 2 * 2);
  });

  it('says of which cells it is not steady after its share of the time', async () => {
    const { processes } = await new Fake((_, block) => 1000 + block).run({ budgetMs: 2000 });
    const { steady, unsteady, ms } = processes[0]!.warmUp;
    assert.deepEqual([steady, unsteady], [false, [0, 1]]);
    assert.ok(ms >= 2000 / 3 && ms < 2000 / 3 + 10, String(ms));
  });

  it('stops when all intervals are narrow, and not before there are five processes', async () => {
    const noisy = (arm: string, block: number): number => 1000 + (arm === 'b' ? 50 : 0) + ((block * 7919) % 13);
    const narrow = await new Fake(noisy).run({ width: 10, rounds: 20, processes: 20 });
    assert.deepEqual([narrow.end, narrow.processes.length], ['width', 5]);
    const never = await new Fake(noisy).run({ width: 1e-6, rounds: 20, processes: 6 });
    assert.deepEqual([never.end, never.processes.length], ['rounds', 6]);
    const alone = await new Fake(noisy).run({ width: 10, rounds: 10_000, processes: 1 });
    assert.equal(alone.end, 'width');
    assert.ok(Number.isInteger(Math.log2(alone.processes[0]!.rounds)), String(alone.processes[0]!.rounds));
  });

  it('does not ask for the width of few rounds when the only process has ended', async () => {
    const { end } = await new Fake().run({ width: 10, rounds: 12 });
    assert.equal(end, 'rounds');
  });

  it('goes on with one process after another if the width alone says when to end', async () => {
    const random = new Random(1);
    const noisy = (): number => 1000 + random.below(1000);
    const first = await new Fake(noisy).run({ width: 1000, processes: 2 });
    assert.deepEqual([first.end, first.processes.length], ['width', 5]);
    const controller = new AbortController();
    let most = 0;
    const endless = await new Fake(noisy).run({ width: 1e-9, processes: 2 }, controller.signal, ({ process }) => {
      most = process;
      if (process === 4) controller.abort();
    });
    assert.deepEqual([endless.end, most], ['interrupted', 4]);
  });

  it('ends as told to, in the warm-up too', async () => {
    for (const phase of ['warm-up', 'rounds']) {
      const controller = new AbortController();
      const fake = new Fake();
      const { end, processes } = await fake.run({ rounds: 100, processes: 3 }, controller.signal, (progress) => {
        if (progress.phase === phase) controller.abort();
      });
      assert.deepEqual([end, processes.length, fake.closed], ['interrupted', 1, 1]);
      assert.ok(processes[0]!.rounds < 2);
    }
  });

  it('is cut short when it is told to end, even if all intervals are narrow by then', async () => {
    for (const [processes, rounds] of [
      [1, 12],
      [2, 40],
    ] as const) {
      const controller = new AbortController();
      const { end } = await new Fake().run({ width: 5, rounds: 1000, processes }, controller.signal, (progress) => {
        if (progress.process === processes - 1 && progress.round === rounds) controller.abort();
      });
      assert.equal(end, 'interrupted', `${processes} processes`);
    }
  });

  it('keeps what was measured before a call failed, and the failing block', async () => {
    const failure = { calls: 3, total: 30, short: 0, failed: 1, error: new Error('send EPIPE') };
    const fake = new Fake((_, block) => (block === 303 ? failure : 1000));
    const { end, failure: why, blocks, processes } = await fake.run({ rounds: 100, processes: 3 });
    assert.equal(end, 'failed');
    assert.match(why!, /^send EPIPE, in a block of [ab] \(n [01], view (first|second)\)\.$/);
    assert.deepEqual([blocks.length, blocks.at(-1)!.failed, blocks.at(-1)!.calls], [15, 1, 3]);
    assert.deepEqual([processes.length, processes[0]!.rounds, fake.closed], [1, 1, 1]);
  });

  it('tells how far it is', async () => {
    const steps: Progress[] = [];
    await new Fake().run({ budgetMs: 1000, processes: 2 }, undefined, (progress) => steps.push(progress));
    assert.deepEqual(steps[0], {
      done: 0,
      leftMs: undefined,
      process: 0,
      processes: 2,
      phase: 'starting',
      round: 0,
      rounds: 0,
    });
    const dones = steps.map(({ done }) => done);
    assert.deepEqual(
      dones,
      [...dones].sort((one, other) => one - other),
    );
    const last = steps.at(-1)!;
    assert.ok(last.done > 0.99 && last.process === 1, JSON.stringify(last));
    assert.deepEqual(Object.keys(last.estimate!), ['cell', 'baseline', 'candidate', 'value', 'low', 'high']);
    for (const { done, leftMs } of steps.filter((step) => step.done > 0)) {
      assert.ok(Math.abs(leftMs! - 1000 * (1 - done)) < 1e-6);
    }
  });
});
