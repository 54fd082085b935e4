import { checkUint } from '../../core/check';

/** What happened to a descriptor of an epoll instance. */
export interface EpollEvent {
  /** EPOLL* events, or-ed. */
  readonly events: number;
  /** What epoll_ctl was given for the descriptor: the descriptor itself, unless it was told otherwise. */
  readonly data: number;
}

/** Far more than a loop takes at once; an Int32Array of the caller's may have room for more. */
const MAXEVENTS_MAX = 0x10000;

let scratch = new Int32Array(0);

/** Where the raw door writes as many events, until the next such call. */
export function eventsRoom(maxevents: unknown): Int32Array {
  const length = 2 * checkUint('events', maxevents, MAXEVENTS_MAX);
  if (scratch.length !== length) scratch = new Int32Array(length);
  return scratch;
}

/** The first events of an array, as objects. */
export function epollEvents(pairs: Int32Array, count: number): EpollEvent[] {
  const events: EpollEvent[] = [];
  for (let i = 0; i < count; i++) events.push({ events: pairs[2 * i]!, data: pairs[2 * i + 1]! });
  return events;
}
