import type { Counts } from '../../experiment';
import { countsOf } from './counts';
import { type Exchange, commonTerms } from './exchange';
import { UNTIMED } from './ping-pong';
import { roomFor } from './room';
import { runTogether } from './together';

/**
 * Requests that are due at fixed times, so many a second, and the answer to each. The value is the latency from when a
 * request was due, in nanoseconds: a slow answer delays the requests after it, and that counts. Beside it, as
 * `uncorrected`, is the latency from when it was sent, which leaves that out.
 *
 * Until shortly before a request is due the thread sleeps, by clock_nanosleep; then it looks at the clock again and
 * again.
 */
export async function measureFixedRate(exchange: Exchange, rate: number): Promise<Counts> {
  const { link, arm, calls, stall } = exchange;
  const common = commonTerms(exchange, UNTIMED);
  const values = roomFor(2 * calls);
  const both = await runTogether(link, {
    own: { role: 'fixed-rate', ...common },
    its: { role: 'echo', ...common, ...(stall === undefined ? {} : { stall }) },
    measuring: { clock: 0, wide: 1e9 / rate, values },
  });
  const { values: count, total } = both.own.account;
  const corrected = values.subarray(0, count);
  const uncorrected = values.subarray(calls, calls + count);
  return countsOf(both, arm.direction, { calls: count, total, samples: { corrected, uncorrected } });
}
