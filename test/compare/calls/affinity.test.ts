import assert from 'node:assert/strict';
import { getAffinity, hasAffinity, restoreAffinity, setAffinity } from '../../../lib/compare/calls/affinity';
import { answer } from '../../../lib/core/frame';
import { native } from '../../../lib/core/native';

describe('the processors of a thread', () => {
  let before: number[];

  beforeEach(function () {
    if (!hasAffinity) return this.skip();
    before = getAffinity();
  });
  afterEach(() => {
    if (hasAffinity) setAffinity(before);
  });

  it('are set and told', () => {
    assert.ok(before.length > 0 && before.every((processor) => Number.isInteger(processor) && processor >= 0));
    for (const processor of before) {
      setAffinity([processor]);
      assert.deepEqual(getAffinity(), [processor]);
    }
    setAffinity(before);
    assert.deepEqual(getAffinity(), before);
  });

  it('must be there: one that is missing is named, and nothing is changed', () => {
    const missing = 8191;
    for (const processors of [[missing], [before[0]!, missing]]) {
      assert.throws(() => setAffinity(processors), {
        name: 'RangeError',
        code: 'ERR_OUT_OF_RANGE',
        message: /processors that this process may run on \(\d[\d, ]* now\)\. Received 8191/,
      });
      assert.deepEqual(getAffinity(), before);
    }
  });

  it('are put back as far as they are still there', () => {
    const missing = 8191;
    setAffinity([before[0]!]);
    restoreAffinity([missing]);
    assert.deepEqual(getAffinity(), [before[0]]);
    restoreAffinity([...before, missing]);
    assert.deepEqual(getAffinity(), before);
  });

  it('are numbers, at least one', () => {
    for (const wrong of [0, undefined, ['0'], [null]] as unknown[] as number[][]) {
      assert.throws(() => setAffinity(wrong), { code: 'ERR_INVALID_ARG_TYPE' });
    }
    for (const wrong of [[], [-1], [8192], [0.5], [NaN]]) {
      assert.throws(() => setAffinity(wrong), { code: 'ERR_OUT_OF_RANGE' });
    }
    assert.deepEqual(getAffinity(), before);
  });

  it('are as many as the kernel tells, also where there is room for fewer', () => {
    native.getAffinity!(new Int32Array(0));
    assert.equal(answer(), before.length);
  });

  it('are no numbers out of range on the native side', () => {
    for (const wrong of [-1, 8192]) {
      native.setAffinity!(Int32Array.of(wrong));
      assert.ok(answer() < -0x7fffff00);
    }
    native.setAffinity!(new Int32Array(0));
    // The kernel's word for no processor at all.
    assert.equal(answer(), -22);
  });
});
