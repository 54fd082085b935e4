import type { Counts } from '../../experiment';
import type { Terms } from '../party';
import { countsOf } from './counts';
import { type Exchange, commonTerms } from './exchange';
import type { Link } from './link';
import { runTogether } from './together';

/**
 * Messages one after another without waiting for anything but room, all in one direction; a value is the time of a
 * message, in nanoseconds, from the first call of the sender to the end of the last one of the receiver. The arm is that of
 * the thread that measures, which sends or receives; the other end does it by send() or recv().
 */
export async function measureThroughput(exchange: Exchange): Promise<Counts> {
  const { link, arm } = exchange;
  const common = { ...commonTerms(exchange, 0), window: windowOf(exchange) };
  const source: Terms = { role: 'source', ...common };
  const sink: Terms = { role: 'sink', ...common };
  const [own, its] = arm.direction === 'send' ? [source, sink] : [sink, source];
  const both = await runTogether(link, { own, its });
  const reports = [both.own, both.its];
  const [sent, received] = arm.direction === 'send' ? reports : [...reports].reverse();
  if (both.error !== undefined || sent === undefined || received === undefined) {
    return countsOf(both, arm.direction, { calls: 0, total: 0 });
  }
  // One clock for both, as CLOCK_MONOTONIC is the same in all threads and processes.
  const total = received.account.ended - sent.account.began;
  return countsOf(both, arm.direction, { calls: received.account.received, total });
}

/** More would not make it faster, and be more to lose. */
const WIDEST = 64;
/** What the kernel accounts for each datagram beside its bytes, or more. */
const OVERHEAD = 1024;

/**
 * How many messages may be under way where the kernel drops what there is no room for, rather than keep the sender back. Half
 * of the buffer, because the kernel gives back what was received not at once, and its pages may be twice as large as what
 * is in them.
 */
function windowOf({ link, size }: { readonly link: Link; readonly size: number }): number {
  if (link.transport.keeps) return 0;
  return Math.max(1, Math.min(WIDEST, Math.floor(link.rcvbuf / 2 / (2 * (size + OVERHEAD)))));
}
