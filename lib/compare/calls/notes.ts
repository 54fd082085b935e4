import { hasPeer, omissionsOf } from './cells';
import type { CallCell, CallOptions } from './conditions';
import { transports } from './transport';

/** What is to be known of how the experiment on calls measures, beside the clock and the counters. */
export function notesOf(options: CallOptions, cells: readonly CallCell[]): readonly string[] {
  const measures = (mode: string): boolean => cells.some((cell) => cell.mode === mode);
  const shared = cells.filter(({ mode }) => hasPeer(mode));
  return [
    ...(shared.length === 0 ? [] : [partiesNote(options)]),
    ...pinNote(options, shared.length > 0),
    ...(measures('fixed-rate') ? [rateNote(options)] : []),
    ...(measures('throughput') && shared.some(({ transport }) => !transports[transport].keeps) ? [WINDOW] : []),
    ...omissionsOf(options),
  ];
}

const WINDOW =
  'In throughput over UDP the receiver acknowledges messages in groups, so that no more are under way than fit its buffer.';

function partiesNote({ peer }: CallOptions): string {
  const where = peer === 'thread' ? 'a thread of the same process' : 'a process of its own';
  return (
    `The other end of ping-pong, throughput and fixed rate is ${where}. Sockets that block have timeouts of ` +
    '0.1 s there, so that nothing hangs if it is gone: to sleep, the kernel sets a timer for all arms alike.'
  );
}

function pinNote({ cpus, peer }: CallOptions, shared: boolean): string[] {
  if (cpus === null) {
    return shared ? [`Nothing is pinned: the kernel chooses the processors of both ends, and may change them.`] : [];
  }
  const [own, its] = cpus;
  return [
    shared
      ? `The thread that measures is pinned to processor ${own}, the peer ${peer} to ${its === own ? 'the same' : its}.`
      : `The thread that measures is pinned to processor ${own}.`,
  ];
}

function rateNote({ rate }: CallOptions): string {
  return (
    `Requests are due every ${(1e6 / rate).toFixed(1)} µs. Until 0.15 ms before, the thread sleeps by clock_nanosleep; ` +
    'then it looks at the clock again and again. Latency counts from when a request was due (corrected), and beside it ' +
    'from when it was sent (uncorrected).'
  );
}
