import type { Counts } from '../../experiment';
import type { Clock } from '../clock';
import { countsOf } from './counts';
import { type Exchange, commonTerms } from './exchange';
import { roomFor } from './room';
import { runTogether } from './together';

/** Round trips at the start of a block that are not timed: both parties have run JavaScript just before. */
export const UNTIMED = 16;

/** Messages there and back, one at a time; a value is a round trip, in nanoseconds. */
export async function measurePingPong(exchange: Exchange, clock: Clock): Promise<Counts> {
  const { link, arm, calls, stall } = exchange;
  const common = commonTerms(exchange, UNTIMED);
  const values = roomFor(calls);
  const both = await runTogether(link, {
    own: { role: 'ping-pong', ...common },
    its: { role: 'echo', ...common, ...(stall === undefined ? {} : { stall }) },
    measuring: { clock: clock.number, wide: clock.nsPerTick, values },
  });
  const { values: count, total } = both.own.account;
  return countsOf(both, arm.direction, { calls: count, total, samples: { value: values.subarray(0, count) } });
}
