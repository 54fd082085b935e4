import assert from 'node:assert/strict';
import {
  formatCount,
  formatDuration,
  formatInterval,
  formatList,
  formatNumber,
  formatRange,
  formatSigned,
  formatSize,
  scaleOf,
} from '../../../../lib/compare/report/words';

describe('words of reports', () => {
  it('for sizes', () => {
    const sizes = [1, 1000, 1024, 1025, 16384, 1048576];
    assert.deepEqual(sizes.map(formatSize), ['1 B', '1000 B', '1 KiB', '1025 B', '16 KiB', '1 MiB']);
  });

  it('for numbers', () => {
    const values = [0, -0.04, 0.31, 8.24, 99.94, 99.96, -250.4, 12345, 2.5e7, NaN, Infinity];
    assert.deepEqual(values.map(formatNumber), [
      '0.0',
      '-0.04',
      '0.31',
      '8.2',
      '99.9',
      '100',
      '-250',
      '12345',
      '2.50e7',
      '?',
      '?',
    ]);
    assert.deepEqual([0, -0.001, 2, -3].map(formatSigned), ['0.0', '0.0', '+2.0', '-3.0']);
    assert.deepEqual([1, 1234, 12345678].map(formatCount), ['1', '1 234', '12 345 678']);
  });

  it('for ranges', () => {
    const ranges = [
      [25.1, 31.2, 26],
      [25.1, 25.4],
      [4.02, 7.8],
      [6.7, 9],
      [8.8, 10.2],
      [-4, 9],
      [-0.3, 0.8],
      [NaN],
      [0],
    ];
    const expected = ['25–31', '25', '4.0–7.8', '6.7–9.0', '8.8–10', '−4 to 9', '−0.3 to 0.8', '?', '0'];
    assert.deepEqual(ranges.map(formatRange), expected);
  });

  it('for intervals, whose ends differ as long as they are seen to', () => {
    const intervals = [[25.1, 31.2], [25.1, 25.4], [17.113, 17.118], [-0.302, -0.301], [4, 4], [4, 4 + 1e-9], [NaN]];
    const expected = ['25–31', '25.1–25.4', '17.11–17.12', '−0.302 to −0.301', '4', '4', '?'];
    assert.deepEqual(intervals.map(formatInterval), expected);
  });

  it('for lists and durations', () => {
    assert.deepEqual([['a'], ['a', 'b'], ['a', 'b', 'c']].map(formatList), ['a', 'a and b', 'a, b and c']);
    assert.deepEqual([10, 99, 61_234, 200_000, 3_900_000].map(formatDuration), [
      '10 ms',
      '0.1 s',
      '61.2 s',
      '3 min 20 s',
      '1 h 5 min',
    ]);
  });
});

describe('scaleOf', () => {
  it('keeps the unit while numbers are short', () => {
    assert.deepEqual(scaleOf('ns', [3, -90_000]), { unit: 'ns', per: 1 });
    assert.deepEqual(scaleOf('widgets', [3e9]), { unit: 'widgets', per: 1 });
    assert.deepEqual(scaleOf('ns', [NaN, 0]), { unit: 'ns', per: 1 });
  });

  it('takes a larger or a smaller one of the family otherwise', () => {
    assert.deepEqual(scaleOf('ns', [250_000]), { unit: 'µs', per: 1000 });
    assert.deepEqual(scaleOf('ms', [-0.004]), { unit: 'µs', per: 0.001 });
    assert.deepEqual(scaleOf('B/s', [3.2e9]), { unit: 'MB/s', per: 1e6 });
  });
});
