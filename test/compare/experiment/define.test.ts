import assert from 'node:assert/strict';
import { type Counts, type Experiment, defineExperiment } from '../../../lib/compare/experiment';
import { analyse, formatRun, parseRun, runHere } from '../../../lib/compare';
import { planOf } from '../run/plans';

const opened: string[] = [];

/** Whole blocks, options, and everything that can be said. */
const tea = defineExperiment({
  name: 'tea',
  title: 'How long does tea take?',
  quantity: { name: 'time', unit: 'ms', better: 'less', verb: 'takes', band: { absolute: 1, percent: 1 } },
  options: { cups: [1, 2] as readonly number[], sugar: false },
  factors: ({ cups }) => ({ cups, leaf: { title: 'kind of leaf', levels: ['green', 'black'], word: 'with' } }),
  arms: ['kettle', 'pot', 'microwave'],
  armTitles: { pot: 'the pot' },
  where: ({ cups, leaf }) => !(cups === 2 && leaf === 'green'),
  views: ({ leaf }) => (leaf === 'black' ? ['cook', 'guest'] : ['cook']),
  calls: ({ cups }) => 10 * cups,
  open: ({ sugar }) => ({
    renew: () => void opened.push('renewed'),
    measure: ({ cups }, arm, view, calls): Counts => {
      const value =
        cups * { kettle: 100, pot: 110, microwave: 90 }[arm] + (sugar ? 1000 : 0) + (view === 'cook' ? 0 : 5);
      return { calls, total: calls * value, short: 0, failed: 0 };
    },
    overhead: () => 3,
    notes: () => ['It was hot.'],
    close: () => void opened.push('closed'),
  }),
});

/** As little as can be said. */
const little = defineExperiment({
  name: 'little',
  title: 'Little?',
  factors: { n: [1, 2, 3] },
  arms: ['a', 'b'],
  open: () => ({ value: ({ n }, arm) => 100 * n + (arm === 'b' ? 7 : 0) }),
});

/** An experiment of two arms, in blocks of four calls, on what fails some time. */
function opening(open: Parameters<typeof defineExperiment>[0]['open']): Experiment {
  const define = { name: 'failing', title: 'Failing?', factors: {}, arms: ['a', 'b'], calls: () => 4, open };
  return defineExperiment(define)();
}

describe('defineExperiment', () => {
  it('gives what was said, and fills in the rest', () => {
    const { name, title, factors, cells, armTitles, settings } = tea();
    assert.deepEqual([name, title, armTitles], ['tea', 'How long does tea take?', { pot: 'the pot' }]);
    assert.deepEqual(factors, [
      { name: 'cups', title: 'cups', levels: [1, 2] },
      { name: 'leaf', title: 'kind of leaf', levels: ['green', 'black'], word: 'with' },
    ]);
    assert.deepEqual(cells, [
      { cups: 1, leaf: 'green' },
      { cups: 1, leaf: 'black' },
      { cups: 2, leaf: 'black' },
    ]);
    assert.deepEqual(settings, { cups: [1, 2], sugar: false });
    const experiment = tea();
    assert.deepEqual(experiment.contest(cells[0]!), { baseline: 'kettle', candidates: ['pot', 'microwave'] });
    assert.deepEqual(experiment.views(cells[1]!), ['cook', 'guest']);
    assert.equal(experiment.calls!(cells[2]!), 20);
  });

  it('takes options that are given, and leaves the others', () => {
    const { cells, settings } = tea({ cups: [5] });
    assert.deepEqual(
      cells.map(({ cups }) => cups),
      [5, 5],
    );
    assert.deepEqual(settings, { cups: [5], sugar: false });
  });

  it('takes an option that is undefined for one that is not given', () => {
    const { cells, settings } = tea({ cups: undefined, sugar: true });
    assert.equal(cells.length, 3);
    assert.deepEqual(settings, { cups: [1, 2], sugar: true });
  });

  it('refuses a contest of arms that are not there', async () => {
    for (const [contest, wrong] of [
      [{ baseline: 'a', candidates: ['b', 'nonsense'] }, 'nonsense'],
      [{ baseline: 'nobody', candidates: ['b'] }, 'nobody'],
    ] as const) {
      const experiment = defineExperiment({
        name: 'contest',
        title: 'Contest?',
        factors: {},
        arms: ['a', 'b'],
        contest: () => contest as never,
        open: () => ({ value: () => 1 }),
      });
      await assert.rejects(async () => runHere(experiment(), planOf({ rounds: 1 })), {
        name: 'TypeError',
        code: 'ERR_INVALID_ARG_VALUE',
        message: `The "contest" argument must be of the arms a, b. Received '${wrong}' (string)`,
      });
    }
  });

  it('makes an experiment that is measured and analysed as any other', async () => {
    opened.length = 0;
    const record = await runHere(tea({ sugar: true }), planOf({ rounds: 2 }));
    assert.deepEqual([record.failure, record.end], [undefined, 'rounds']);
    assert.deepEqual(opened, ['renewed', 'renewed', 'renewed', 'closed']);
    assert.deepEqual([record.notes, record.processes[0]!.overhead['cook']], [['It was hot.'], [3, 3]]);
    assert.deepEqual(record.processes[0]!.lengths, [10, 10, 20]);
    const pot = record.blocks.find(({ cell, arm, view }) => cell === 2 && arm === 'pot' && view === 'guest')!;
    assert.equal(pot.total / pot.calls, 2 * 110 + 1000 + 5);
  });

  it('measures value by value', async () => {
    const record = await runHere(little(), planOf({ rounds: 12 }));
    assert.deepEqual([record.failure, record.experiment.quantity.unit], [undefined, 'ns']);
    const { comparisons } = analyse(record);
    assert.deepEqual(
      comparisons.map(({ cell, shift }) => [cell['n'], shift.value]),
      [
        [1, 7],
        [2, 7],
        [3, 7],
      ],
    );
    const calls = record.blocks
      .filter(({ cell, arm }) => cell === 1 && arm === 'b')
      .reduce((sum, each) => sum + each.calls, 0);
    const counts = record.distributions.find(({ cell, arm }) => cell === 1 && arm === 'b')!.counts;
    assert.deepEqual(counts, [[207, calls]]);
  });

  it('takes an error for a call that failed', async () => {
    let calls = 0;
    const failing = opening(() => ({
      value: async () => {
        await Promise.resolve();
        if (++calls === 300) throw new Error('send EPIPE');
        return 5;
      },
    }));
    const { end, failure, blocks } = await runHere(failing, planOf({ rounds: 1000 }));
    assert.equal(end, 'failed');
    assert.match(failure!, /^send EPIPE, in a block of [ab] \(view native\)\.$/);
    const last = blocks.at(-1)!;
    assert.deepEqual([last.failed, last.calls < 4], [1, true]);
  });

  for (const wrong of [NaN, Infinity]) {
    it(`takes ${wrong} for a call that failed, and stores what was measured before`, async () => {
      const counts = (calls: number, total: number, more: Partial<Counts> = {}): Counts => ({
        ...{ calls, total, short: 0, failed: 0 },
        ...more,
      });
      const benches = {
        'value\\(\\) gave': (at: () => boolean) => ({ value: () => (at() ? wrong : 5) }),
        'total of the block is': (at: () => boolean) => ({
          measure: (_: unknown, _arm: string, _view: string, calls: number) => counts(calls, at() ? wrong : 5 * calls),
        }),
        'tea of the block is': (at: () => boolean) => ({
          measure: (_: unknown, _arm: string, _view: string, calls: number) =>
            counts(calls, 5 * calls, { extra: { tea: at() ? wrong : 1 } }),
        }),
        'value of the block is': (at: () => boolean) => ({
          measure: (_: unknown, _arm: string, _view: string, calls: number) =>
            counts(calls, 5 * calls, { samples: { value: Float64Array.of(5, at() ? wrong : 5) } }),
        }),
      };
      for (const [said, bench] of Object.entries(benches)) {
        let calls = 0;
        const failing = opening(() => bench(() => ++calls === 700));
        const record = await runHere(failing, planOf({ rounds: 1000 }));
        assert.equal(record.end, 'failed');
        assert.match(
          record.failure!,
          new RegExp(`^${said} ${wrong}, which is no finite number, in a block of [ab] \\(view native\\)\\.$`),
        );
        const last = record.blocks.at(-1)!;
        assert.deepEqual([last.failed, last.calls < 4], [1, true]);
        assert.ok(record.blocks.length > 10);
        assert.deepEqual(parseRun(formatRun(record), 'run.json').blocks, record.blocks);
      }
    });
  }

  it('refuses options that it does not have', () => {
    const misspelt = { cusp: 3 } as Parameters<typeof tea>[0];
    assert.throws(() => tea(misspelt), {
      name: 'TypeError',
      code: 'ERR_INVALID_ARG_VALUE',
      message: /no properties but/,
    });
    assert.throws(() => little({ any: 1 } as never), { code: 'ERR_INVALID_ARG_VALUE', message: /'any'/ });
  });

  it('refuses an experiment without arms', () => {
    const none = defineExperiment({
      name: 'none',
      title: 'None?',
      factors: {},
      arms: [],
      open: () => ({ value: () => 1 }),
    });
    assert.throws(() => none(), /the experiment none has no arms/);
  });
});
