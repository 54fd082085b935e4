import assert from 'node:assert/strict';
import type { RunRecord } from '../../../lib/compare/record';
import { MergeError, comparable, formatRun, groupRuns, merge, parseRun } from '../../../lib/compare/store';
import { changed, sample } from './sample';

describe('comparable', () => {
  let record: RunRecord;
  before(async () => {
    record = await sample();
  });

  it('finds nothing against a run with itself, or with one of other circumstances', () => {
    assert.deepEqual(comparable(record, record), []);
    const other = changed(record, (copy) => {
      copy.environment.kernel = 'Linux 9';
      copy.plan.budgetMs = 1;
    });
    assert.deepEqual(comparable(record, other), []);
  });

  for (const [what, change, reasons] of [
    [
      'another experiment',
      (copy) => (copy.experiment.name = 'wine'),
      ['they are of different experiments, made-up and wine'],
    ],
    [
      'another quantity',
      (copy) => (copy.experiment.quantity.unit = 'B'),
      ['they measured different things, time of a call in ns and time of a call in B'],
    ],
    [
      'another setting',
      (copy) => (copy.experiment.settings = { sugar: true }),
      ['they were made with different settings: sugar false and true'],
    ],
    [
      'a setting more',
      (copy) => (copy.experiment.settings = { sugar: false, socket: { nodelay: true } }),
      ['they were made with different settings: socket.nodelay none and true'],
    ],
    [
      'no cell in common',
      (copy) => copy.experiment.cells.forEach((each, index) => (each.cell = { cup: 10 + index })),
      ['they have no conditions in common'],
    ],
    [
      'another baseline',
      (copy) => (copy.experiment.cells[1]!.contest = { baseline: 'milk', candidates: ['coffee', 'tea'] }),
      ['they compare with different arms, tea and milk (cup 1)'],
    ],
    [
      'an arm less',
      (copy) => (copy.experiment.cells[1]!.contest.candidates = ['coffee']),
      ['only one of them has the arm milk (cup 1)'],
    ],
  ] as readonly [string, Parameters<typeof changed>[1], string[]][]) {
    it(`says why not: ${what}`, () => {
      const other = changed(record, change);
      assert.deepEqual(comparable(record, other), reasons);
      assert.throws(
        () => merge([record, other]),
        (error: Error) => error instanceof MergeError && error.message === reasons.join('; '),
      );
    });
  }

  it('takes settings for equal whatever the order of their parts', () => {
    const one = changed(record, (copy) => (copy.experiment.settings = { a: { x: 1, y: [2] }, b: 3 }));
    const other = changed(record, (copy) => (copy.experiment.settings = { b: 3, a: { y: [2], x: 1 } }));
    assert.deepEqual(comparable(one, other), []);
  });
});

describe('merge', () => {
  it('makes one run of two, with all processes', async () => {
    const [a, b] = [await sample({}, 2), await sample({}, 3)];
    const merged = merge([a, b]);
    assert.deepEqual(
      merged.processes.map(({ index, rounds }) => [index, rounds]),
      [
        [0, 2],
        [1, 2],
        [2, 3],
        [3, 3],
      ],
    );
    assert.equal(merged.blocks.length, a.blocks.length + b.blocks.length);
    assert.equal(merged.blocks.filter((block) => block.process === 3).length, 3 * 14);
    const counted = (record: RunRecord): number =>
      record.distributions.flatMap(({ counts }) => counts).reduce((sum, [, count]) => sum + count, 0);
    assert.equal(counted(merged), counted(a) + counted(b));
    assert.equal(merged.distributions.length, a.distributions.length);
    assert.equal(merged.plan.processes, 4);
    // What comes out is a run as any other.
    assert.ok(parseRun(formatRun(merged), 'merged'));
  });

  it('keeps the cells that all have, and says what it leaves out', async () => {
    const [a, b] = [await sample({ cells: 3 }), await sample({ cells: 2 })];
    const onlyLast = changed(b, (copy) => {
      copy.experiment.cells.forEach((each, index) => (each.cell = { cup: index + 1 }));
    });
    const merged = merge([a, onlyLast]);
    assert.deepEqual(
      merged.experiment.cells.map(({ cell }) => cell),
      [{ cup: 1 }, { cup: 2 }],
    );
    assert.equal(merged.blocks.length, (2 / 3) * a.blocks.length + b.blocks.length);
    assert.match(merged.notes.join(), /left out: 1 of one run/);
    const means = merged.blocks
      .filter(({ cell, arm, view, process }) => cell === 0 && arm === 'tea' && view === 'native' && process < 2)
      .map(({ total, calls }) => Math.round(total / calls / 100));
    assert.deepEqual([...new Set(means)], [11]);
    assert.ok(parseRun(formatRun(merged), 'merged'));
  });

  it('keeps where each of them was made, and whose its processes are', async () => {
    const [a, b, c] = [await sample(), await sample(), await sample()];
    const merged = merge([a, merge([b, c])]);
    assert.deepEqual(
      merged.merged,
      [a, b, c].map(({ environment }, place) => ({ environment, processes: [2 * place, 2 * place + 1] })),
    );
    assert.deepEqual(parseRun(formatRun(merged), 'merged').merged, JSON.parse(JSON.stringify(merged.merged)));
    const strange = changed(merged, (copy) => (copy.merged![1]!.processes = [2, 6]));
    assert.throws(() => parseRun(formatRun(strange), 'x'), /x: merged\[1\] is of a process 6 that there is not/);
  });

  it('is cut short if one of them was', async () => {
    const a = await sample();
    const b = changed(await sample(), (copy) => {
      copy.end = 'failed';
      copy.failure = 'it broke';
    });
    for (const order of [
      [a, b],
      [b, a],
    ]) {
      const { end, failure } = merge(order);
      assert.deepEqual([end, failure], ['failed', 'it broke']);
    }
  });
});

describe('groupRuns', () => {
  it('puts runs of one machine and kernel together, and leaves the others alone', async () => {
    const a = changed(await sample(), (copy) => (copy.environment.machine = 'one'));
    const kernel = changed(a, (copy) => (copy.environment.kernel = 'Linux 9'));
    const machine = changed(a, (copy) => (copy.environment.machine = 'two'));
    const [again, ...unknown] = [await sample(), await sample(), await sample()];
    for (const each of unknown) delete (each.environment as { machine?: string }).machine;
    const sameMachine = changed(again, (copy) => (copy.environment.machine = 'one'));
    const groups = groupRuns([a, kernel, machine, sameMachine, ...unknown], [...'akmAuU']);
    assert.deepEqual(
      groups.map(({ names, machine: of, record }) => [names.join(''), of, record.processes.length]),
      [
        ['aA', 'one', 4],
        ['k', 'one', 2],
        ['m', 'two', 2],
        ['u', undefined, 2],
        ['U', undefined, 2],
      ],
    );
  });

  const disturbed: readonly [string, Parameters<typeof changed>[1]][] = [
    ['traced by .* and "strace"', (copy) => (copy.environment.process.tracer = { pid: 7, name: 'strace' })],
    ['kernel tracing none and "function"', (copy) => (copy.environment.kernelTracer = 'function')],
    ['instrumented by .* and \\["--cpu-prof"\\]', (copy) => (copy.environment.process.instruments = ['--cpu-prof'])],
    ['seccomp filters .* and 77', (copy) => (copy.environment.security = { seccomp: 'filter', seccompFilters: 77 })],
    ['frequency.governors .* and \\["made-up"\\]', (copy) => (copy.environment.frequency = { governors: ['made-up'] })],
    ['nice .* and 19', (copy) => (copy.environment.process.nice = 19)],
    ['sysctls.made.up none and "1"', (copy) => (copy.environment.sysctls = { 'made.up': '1' })],
  ];
  for (const [reason, change] of disturbed) {
    it(`keeps runs apart that differ in what changes measured times: ${reason.split(' ')[0]}`, async () => {
      const a = changed(await sample(), (copy) => (copy.environment.machine = 'one'));
      const b = changed(a, change);
      assert.equal(groupRuns([a, b], ['a', 'b']).length, 2);
      assert.throws(
        () => merge([a, b]),
        (error: Error) => {
          assert.ok(error instanceof MergeError);
          assert.match(error.message, /made under different circumstances: /);
          assert.match(error.message, new RegExp(reason));
          return true;
        },
      );
    });
  }

  it('puts runs together whatever others did meanwhile, and whoever traced both', async () => {
    const [a, b] = [await sample(), await sample()].map((record, place) =>
      changed(record, (copy) => {
        copy.environment.machine = 'one';
        copy.environment.process.tracer = { pid: 100 + place, name: 'strace' };
        copy.environment.loadavg = [place, place, place];
        copy.environment.sysctls = { ...copy.environment.sysctls, 'net.ipv4.tcp_mem': `1 2 ${place}` };
      }),
    );
    assert.equal(groupRuns([a!, b!], ['a', 'b']).length, 1);
  });
});
