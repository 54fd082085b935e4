import assert from 'node:assert/strict';
import { standardArms } from '../../../../lib/compare/calls/arm';
import { type BlockView, Instruments, measureCallBlock } from '../../../../lib/compare/calls/block';
import { answer, setWides } from '../../../../lib/core/frame';
import { native } from '../../../../lib/core/native';
import { streamPair, withEnds } from './ends';

describe('instruments', () => {
  it('tell what measuring adds, in every view', () => {
    const instruments = new Instruments({ counters: true });
    const views: BlockView[] = ['native', 'javascript', 'counters'];
    for (const view of views) {
      const ns = instruments.overhead(view);
      assert.ok(ns > 0 && ns < 1e6, `${view}: ${ns}`);
    }
    instruments.close();
  });

  it('tell in notes which clock it is, and what is not counted', () => {
    for (const [counters, clock] of [
      [true, 'auto'],
      [false, 'clock_gettime'],
    ] as const) {
      const instruments = new Instruments({ counters, clock });
      const notes = instruments.notes();
      instruments.close();
      assert.match(notes[0]!, /^The clock is .*\.$/);
      const whole = instruments.counters?.names.includes('instructions') === true;
      assert.equal(notes.length > 1, counters && !whole, notes.join('\n'));
    }
  });

  it('take off what counting itself costs', function () {
    const instruments = new Instruments({ counters: true });
    const { counters } = instruments;
    try {
      if (counters === undefined) return this.skip();
      const cost = instruments.counterCost();
      assert.deepEqual(Object.keys(cost), counters.names);
      withEnds(streamPair, (ends) => {
        const arm = standardArms[0]!;
        const { extra, calls } = measureCallBlock({ ends, arm, size: 64, calls: 200 }, 'counters', instruments);
        const counted = counters.read();
        for (const name of counters.names) assert.equal(extra![name], counted[name]! - calls * cost[name]!);
        // No page of the timed calls' memory is new.
        assert.equal(extra!['page-faults'], 0);
        assert.ok(extra!['task-clock']! > 0);
      });
    } finally {
      instruments.close();
    }
  });

  it('refuse to count where nothing was opened for it', () => {
    const instruments = new Instruments();
    withEnds(streamPair, (ends) => {
      const block = { ends, arm: standardArms[0]!, size: 64, calls: 1 };
      assert.throws(() => measureCallBlock(block, 'counters', instruments), /there are no counters here/);
    });
    instruments.close();
  });
});

describe('the native loops', () => {
  const settings = (size: number, calls: number, clock = 0, counters = -1): Int32Array =>
    Int32Array.of(-1, -1, size, calls, 0, clock, counters, 0, 0);
  const nothing = Int32Array.of(native.measureStepNames.indexOf('null'), 0);
  const measure = (...values: unknown[]): number => {
    setWides(1);
    native.measureAlone(...values);
    return answer();
  };

  it('take arguments that fit together', () => {
    assert.equal(measure(settings(8, 5), nothing, new Uint8Array(16), new Float64Array(8), new Float64Array(5)), 0);
    assert.equal(measure(settings(8, 5), nothing, new Uint8Array(16), new Float64Array(8)), 0);
    assert.equal(measure(settings(8, 5), new Int32Array(0), new Uint8Array(16), new Float64Array(8)), 0);
  });

  it('refuse those that do not, and touch nothing', () => {
    const [buffer, tally, samples] = [new Uint8Array(16), new Float64Array(8), new Float64Array(5)];
    const misaligned = new Uint8Array(48).subarray(4, 44);
    const refused: unknown[][] = [
      [settings(9, 5), nothing, buffer, tally, samples],
      [settings(0, 5), nothing, new Uint8Array(0), tally, samples],
      [settings(-8, 5), nothing, buffer, tally, samples],
      [settings(8, -1), nothing, buffer, tally, samples],
      [settings(8, 6), nothing, buffer, tally, samples],
      [settings(8, 5), nothing, buffer, tally, misaligned],
      [settings(8, 5), nothing, buffer, new Float64Array(7), samples],
      [settings(8, 5).subarray(1), nothing, buffer, tally, samples],
      [settings(8, 5, 2), nothing, buffer, tally, samples],
      [settings(8, 5), Int32Array.of(0), buffer, tally, samples],
      [settings(8, 5), Int32Array.of(-1, 0), buffer, tally, samples],
      [settings(8, 5), Int32Array.of(native.measureStepNames.length, 0), buffer, tally, samples],
      [settings(8, 5), new Int32Array(2 * 17), buffer, tally, samples],
      [undefined, nothing, buffer, tally, samples],
      [settings(8, 5), nothing, 'text', tally, samples],
      [settings(8, 5), nothing, buffer, tally, 'text'],
      [],
    ];
    for (const [index, each] of refused.entries()) assert.ok(measure(...each) < -0x7fffff00, `row ${index}`);
    assert.ok([...tally, ...samples].every((value) => value === 0));
  });
});
