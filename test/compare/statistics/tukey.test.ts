import assert from 'node:assert/strict';
import { outsideFences } from '../../../lib/compare/statistics';

describe('outsideFences', () => {
  // With one value more on each side, the quartiles are 2.5 and 7.5; the fences are at -5 and 15, and at -12.5 and 22.5.
  const within = [1, 2, 3, 4, 5, 6, 7, 8, 9];

  it('finds none among values that lie close to each other', () => {
    assert.deepEqual(outsideFences(within), { mild: 0, severe: 0 });
    assert.deepEqual(outsideFences([]), { mild: 0, severe: 0 });
    assert.deepEqual(outsideFences([4]), { mild: 0, severe: 0 });
  });

  it('classes them on both sides, and none that lies on a fence', () => {
    assert.deepEqual(outsideFences([...within, -5.1, 15.1]), { mild: 2, severe: 0 });
    assert.deepEqual(outsideFences([...within, -12.6, 15.1]), { mild: 1, severe: 1 });
    assert.deepEqual(outsideFences([...within, -12.6, 22.6]), { mild: 0, severe: 2 });
    assert.deepEqual(outsideFences([...within, -5, 15]), { mild: 0, severe: 0 });
    assert.deepEqual(outsideFences([...within, -12.5, 22.5]), { mild: 2, severe: 0 });
  });

  it('calls everything severe that differs, where half of all are equal', () => {
    assert.deepEqual(outsideFences([5, 5, 5, 5, 5, 5, 5, 6]), { mild: 0, severe: 1 });
  });
});
