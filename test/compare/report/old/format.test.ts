import assert from 'node:assert/strict';
import {
  formatEstimate,
  formatList,
  formatNumber,
  formatRange,
  formatSize,
} from '../../../../lib/compare/report/old/format';

describe('formats', () => {
  it('of sizes', () => {
    assert.deepEqual([1, 1000, 1024, 1025, 16384].map(formatSize), ['1 B', '1000 B', '1 KiB', '1025 B', '16 KiB']);
  });

  it('of numbers', () => {
    assert.deepEqual([0, -0.04, 0.06, 99.94, 100, -250.4].map(formatNumber), [
      '0.0',
      '0.0',
      '0.1',
      '99.9',
      '100',
      '-250',
    ]);
  });

  it('of estimates', () => {
    assert.equal(formatEstimate({ value: 25.86, interval: { low: 25.1, high: 26.6 } }), '+25.9 [25.1, 26.6]');
    assert.equal(formatEstimate({ value: -1, interval: { low: -2, high: 0.5 } }), '-1.0 [-2.0, 0.5]');
    assert.equal(formatEstimate({ value: 3, interval: undefined }), '+3.0');
  });

  it('of ranges', () => {
    assert.deepEqual(
      [
        [25.1, 31.2, 26],
        [25.1, 25.4],
        [4.02, 7.8],
        [8.8, 10.2],
      ].map(formatRange),
      ['25–31', '25', '4.0–7.8', '9–10'],
    );
  });

  it('of lists', () => {
    assert.deepEqual([['a'], ['a', 'b'], ['a', 'b', 'c']].map(formatList), ['a', 'a and b', 'a, b and c']);
  });
});
