import assert from 'node:assert/strict';
import type { Comparison, Verdict } from '../../../../lib/compare/analysis/comparison';
import type { RunRecord } from '../../../../lib/compare/record';
import { formatControl, formatSentences } from '../../../../lib/compare/report';
import { analysisOf, comparisonOf, sampleRecord } from '../sample';

const record = sampleRecord({ processes: 1, rounds: 1 });

function sentences(comparisons: readonly Comparison[], of: RunRecord = record): string[] {
  return formatSentences(of, analysisOf(comparisons));
}

function tcp(size: number, direction = 'send'): { transport: string; direction: string; size: number } {
  return { transport: 'tcp', direction, size };
}

describe('formatSentences', () => {
  it('has its words for every verdict', () => {
    const cases: [Verdict, number, [number, number] | undefined, string][] = [
      ['more', 33, [31, 35], 'On TCP at 64 B, write() costs 33 ns more than send() (6.6 %, 95 % interval 31–35).'],
      ['less', -12.4, [-14, -10], 'On TCP at 64 B, write() costs 12 ns less than send() (2.5 %, 95 % interval 10–14).'],
      [
        'negligible',
        0.2,
        [-0.44, 0.8],
        'On TCP at 64 B, write() and send() differ by too little to matter ' +
          '(95 % interval −0.4 to 0.8 ns, while less than 2 ns does not matter).',
      ],
      [
        'none',
        3,
        [-4, 9],
        'On TCP at 64 B, this run can show no difference between write() and send() (95 % interval −4 to 9 ns).',
      ],
      ['too few', 3, undefined, 'On TCP at 64 B, there are too few rounds to tell write() from send().'],
    ];
    for (const [verdict, value, bounds, expected] of cases) {
      const interval = bounds && { low: bounds[0], high: bounds[1] };
      assert.deepEqual(sentences([comparisonOf(tcp(64), verdict, value, interval)]), [expected]);
    }
  });

  it('folds the sizes that agree into one sentence', () => {
    assert.deepEqual(
      sentences([
        comparisonOf(tcp(1), 'more', 31.2, { low: 29, high: 33 }),
        comparisonOf(tcp(64), 'more', 38.7, { low: 37, high: 40.4 }),
        comparisonOf(tcp(1, 'recv'), 'less', -60, { low: -62, high: -58 }),
        comparisonOf(tcp(64, 'recv'), 'less', -60.2, { low: -62, high: -58 }),
      ]),
      [
        'On TCP at every message size, write() costs 31–39 ns more than send() (6.2–7.7 %, 95 % intervals within 29–40).',
        'On TCP at every message size, read() costs 60 ns less than recv() (12 %, 95 % intervals within 58–62).',
      ],
    );
  });

  it('keeps apart the sizes at which verdicts differ', () => {
    assert.deepEqual(
      sentences([
        comparisonOf(tcp(1), 'more', 20, { low: 18, high: 22 }),
        comparisonOf(tcp(64), 'less', -15, { low: -16, high: -14 }),
        comparisonOf(tcp(1024), 'none', 1, { low: -3, high: 4 }),
        comparisonOf(tcp(16384), 'none', 1, { low: -2, high: 5 }),
      ]),
      [
        'On TCP, write() costs 20 ns more than send() at 1 B (4 %, 95 % interval 18–22); ' +
          'write() costs 15 ns less than send() at 64 B (3 %, 95 % interval 14–16); ' +
          'this run can show no difference between write() and send() at 1 KiB and 16 KiB ' +
          '(95 % intervals within −3 to 5 ns).',
      ],
    );
  });

  it('names a run of sizes by its ends', () => {
    const all = [1, 64, 1024, 16384].map((size) => comparisonOf(tcp(size), size === 1 ? 'none' : 'more', 20));
    assert.match(sentences(all)[0]!, /write\(\) costs 20 ns more than send\(\) from 64 B to 16 KiB \(4 %\)/);
  });

  it('speaks of any experiment: its unit, its verb, its factors', () => {
    const other: RunRecord = {
      ...record,
      experiment: {
        ...record.experiment,
        quantity: {
          name: 'time to echo',
          unit: 'ns',
          better: 'less',
          verb: 'takes',
          band: { absolute: 0, percent: 5 },
        },
        factors: [
          { name: 'nodelay', title: 'TCP_NODELAY', levels: [true, false] },
          { name: 'writes', title: 'writes', levels: ['one', 'two'], word: 'in', titles: { two: 'two pieces' } },
        ],
        armTitles: undefined,
      },
    };
    const cell = { nodelay: false, writes: 'two' };
    const percent = { value: 9000, interval: undefined };
    assert.deepEqual(
      sentences([comparisonOf(cell, 'more', 44_012_000, { low: 43e6, high: 45e6 }, { percent })], other),
      ['Without TCP_NODELAY in two pieces, write takes 44 ms more than send (9000 %, 95 % interval 43–45).'],
    );
  });

  it('says nothing of views without a verdict', () => {
    assert.deepEqual(sentences([comparisonOf(tcp(64), 'more', 1, undefined, { verdict: undefined })]), []);
  });

  it('leaves out what is no number', () => {
    const odd = comparisonOf(tcp(64), 'more', 33, { low: NaN, high: Infinity }, { percent: undefined });
    assert.deepEqual(sentences([odd]), ['On TCP at 64 B, write() costs 33 ns more than send().']);
  });
});

describe('formatControl', () => {
  it('names the largest floor, and nothing without a control', () => {
    const analysis = analysisOf([
      comparisonOf(tcp(1), 'none', 1),
      comparisonOf(tcp(64), 'none', 1, undefined, { floor: 3.25 }),
    ]);
    assert.equal(
      formatControl(record, analysis),
      'Against itself the baseline came out within 3.3 ns of no difference (A/A).',
    );
    const without = analysisOf([comparisonOf(tcp(1), 'too few', 1, undefined, { floor: undefined })]);
    assert.equal(formatControl(record, without), undefined);
  });
});
