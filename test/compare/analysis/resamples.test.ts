import assert from 'node:assert/strict';
import { analyse } from '../../../lib/compare/analysis';
import { simulate } from './simulated';

describe('analyse, how often it draws', () => {
  const record = simulate({ rounds: [12, 12, 12], persistence: 0, noise: 'normal', offset: 0 }, 33, 1, 14);

  it('is twice at least, since one draw has no scatter', () => {
    for (const resamples of [0, 1, -5, 2.5, NaN, Infinity]) {
      const expected = { name: 'RangeError', code: 'ERR_OUT_OF_RANGE', message: /"resamples"/ };
      assert.throws(() => analyse(record, { resamples }), expected);
    }
    assert.ok(Number.isFinite(analyse(record, { resamples: 2 }).comparisons[0]!.shift.error));
  });
});
