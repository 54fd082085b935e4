import assert from 'node:assert/strict';
import { BlockTimes } from '../../../lib/compare/run/block-times';
import { trialLengths } from '../../../lib/compare/run/lengths';
import { Nature } from '../analysis/simulated';

/** Tries lengths until it is told what blocks take: what they really take is asked for by the number of calls. */
function tried(take: (calls: number) => number): { readonly times: BlockTimes; readonly lengths: number[] } {
  const times = new BlockTimes();
  const lengths: number[] = [];
  for (const calls of trialLengths(times)) {
    lengths.push(calls);
    // Of two arms.
    for (let arm = 0; arm < 2; arm++) times.add(calls, take(calls));
  }
  return { times, lengths };
}

const BESIDES = [0, 0.001, 0.04, 0.5, 2];
const CALLS = [0.0002, 0.002, 0.05, 3];

describe('BlockTimes', () => {
  it('tells the calls from what a block takes beside them', () => {
    for (const beside of BESIDES) {
      for (const call of CALLS) {
        const { times } = tried((calls) => beside + call * calls);
        for (const ms of [0.2, 0.6]) {
          const exact = Math.max(1, Math.round(Math.max(ms - beside, ms / 2) / call));
          assert.ok(Math.abs(times.callsFor(ms) - exact) <= 1, `${beside} ${call} ${ms}: ${times.callsFor(ms)}`);
        }
      }
    }
  });

  it('tries no more than it has to', () => {
    assert.deepEqual(tried((calls) => 50 * calls).lengths, [1, 4, 1, 4, 1, 4]);
    assert.equal(Math.max(...tried((calls) => 0.04 + 0.002 * calls).lengths), 16);
    assert.ok(Math.max(...tried(() => 1).lengths) < 1e6);
  });

  it('is led by noise neither to more than four times as many calls nor to fewer than by dividing alone', () => {
    const nature = new Nature(1);
    const noises = {
      /** The first blocks wait for the compiler. */
      cold: (block: number) => (block < 2 ? 20 : 0),
      /** A third of the blocks is interrupted. */
      interrupted: () => (nature.normal() > 0.44 ? Math.abs(nature.normal()) : 0),
      fast: () => 0.005 * Math.abs(nature.normal()),
      /** What is beside the calls jumps up and down. */
      jumping: (block: number) => (Math.floor(block / 5) % 2 === 0 ? 1.3 : 0),
    };
    for (const [name, noise] of Object.entries(noises)) {
      for (const beside of BESIDES) {
        for (const call of CALLS) {
          for (let run = 0; run < 50; run++) {
            let block = 0;
            const { times, lengths } = tried((calls) => beside + call * calls + noise(block++));
            const longest = Math.max(...lengths);
            const got = times.callsFor(0.6);
            const exact = Math.max(1, Math.max(0.6 - beside, 0.3) / call);
            assert.ok(got <= 4 * exact + 1, `${name}, ${beside} + ${call} a call: ${got} for ${exact}`);
            // What the longest tried seem to take for a call, with all else in it and as much noise as there ever was.
            const divided = 0.3 / ((beside + call * longest + 21) / longest);
            assert.ok(got >= Math.min(Math.floor(divided), 100_000), `${name}: ${got}, ${divided}`);
          }
        }
      }
    }
  });

  it('gives one call while nothing is known, and divides while one length is', () => {
    const times = new BlockTimes();
    assert.equal(times.callsFor(0.6), 1);
    times.add(1, 0.02);
    assert.equal(times.callsFor(0.6), 30);
    assert.equal(times.areTold, false);
  });
});
