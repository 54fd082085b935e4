import assert from 'node:assert/strict';
import { ASCII, UNICODE } from '../../../../lib/compare/report/text/characters';
import { forest } from '../../../../lib/compare/report/text/forest';
import { sparks } from '../../../../lib/compare/report/text/spark';
import { plain } from '../../../../lib/compare/report/paint';
import { comparisonOf, sampleRecord } from '../sample';

const record = sampleRecord({ processes: 1, rounds: 1, transports: ['tcp'], directions: ['send'] });

function cell(size: number): { transport: string; direction: string; size: number } {
  return { transport: 'tcp', direction: 'send', size };
}

describe('the forest plot', () => {
  it('draws intervals around zero, over what can be the measurement’s own', () => {
    const lines = forest(
      record,
      [
        comparisonOf(cell(1), 'more', 20, { low: 15, high: 25 }),
        comparisonOf(cell(64), 'less', -8, { low: -10, high: -6 }),
        comparisonOf(cell(1024), 'too few', 5),
      ],
      { width: 49, paint: plain, characters: ASCII },
    );
    assert.deepEqual(lines, [
      'write() against send()',
      '1 B                  ::|::            -----o-----',
      '64 B         --o--   ::|::',
      '1 KiB                ::|::  o',
      '             -10.0     0.0                25.0 ns',
      'o shift, - interval, : within the A/A floor or too small to matter',
    ]);
  });

  it('points at what lies far outside', () => {
    const usual = [1, 64, 1024].map((size) => comparisonOf(cell(size), 'more', 20, { low: 18, high: 22 }));
    const far = comparisonOf(cell(16384), 'none', 900, { low: -4000, high: 5000 });
    const lines = forest(record, [...usual, far], { width: 60, paint: plain, characters: UNICODE });
    assert.match(lines[4]!, /^16 KiB +◀━+▶$/);
  });

  it('does without what is no number', () => {
    const none = comparisonOf(cell(1), 'too few', NaN);
    assert.deepEqual(forest(record, [none], { width: 60, paint: plain, characters: UNICODE }), []);
  });
});

describe('the sparkline', () => {
  it('has a character for each size, if there are three or more', () => {
    const of = (values: readonly number[]): string[] =>
      sparks(
        record,
        values.map((value, place) => comparisonOf(cell([1, 64, 1024, 16384][place]!), 'more', value)),
        { width: 80, characters: UNICODE },
      );
    assert.deepEqual(of([10, 20, NaN, 40]), [
      'Shift by message size, from 1 B to 16 KiB:',
      'write() against send()                             ▃▅ █  10.0 … 40.0 ns',
    ]);
    assert.deepEqual(of([10, 20]), []);
  });
});
