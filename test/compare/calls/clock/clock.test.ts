import assert from 'node:assert/strict';
import { ClockError, calibrate, openClock } from '../../../../lib/compare/calls/clock';
import { native } from '../../../../lib/core/native';

describe('the clock', () => {
  it('is clock_gettime if asked for', () => {
    const { name, nsPerTick, uncertainty, note } = openClock('clock_gettime');
    assert.deepEqual([name, nsPerTick, uncertainty], ['clock_gettime', 1, 0]);
    assert.equal(note, 'The clock is clock_gettime(CLOCK_MONOTONIC).');
  });

  it('is the time stamp counter where that is to be trusted, and else says why not', () => {
    const clock = openClock();
    if (clock.name === 'tsc') {
      assert.ok(clock.nsPerTick > 0.05 && clock.nsPerTick < 10, String(clock.nsPerTick));
      assert.match(clock.note, /invariant here: \d\.\d{6} GHz ± \d+\.\d ppm, calibrated against CLOCK_MONOTONIC_RAW/);
      assert.equal(openClock('tsc').name, 'tsc');
    } else {
      assert.match(clock.note, /, not the time stamp counter: .+\.$/);
      assert.throws(() => openClock('tsc'), ClockError);
    }
  });

  it('is calibrated twice alike, within the uncertainty that it tells (the time stamp counter)', function () {
    if (openClock().name !== 'tsc') return this.skip();
    const [first, second] = [calibrate(native.readTsc!), calibrate(native.readTsc!)];
    const apart = Math.abs(first.nsPerTick / second.nsPerTick - 1);
    // A reading that was interrupted is wider, and says so.
    assert.ok(apart <= first.uncertainty + second.uncertainty, `${apart}, ${first.uncertainty}, ${second.uncertainty}`);
    assert.ok(first.uncertainty < 1e-2, String(first.uncertainty));
  });
});
