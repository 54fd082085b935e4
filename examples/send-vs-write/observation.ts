import { errnoName, fcntl, F_GETFL, F_SETFL, O_NONBLOCK } from 'sockcall/raw';

/** One row of the table: what was looked at, what was seen with each pair of calls, and what follows from it. */
export interface Observation {
  readonly what: string;
  readonly sendRecv: string;
  readonly writeRead: string;
  readonly so: string;
}

/** A row for what this system does not let us see. */
export function unseen(what: string, why: string): Observation {
  return { what, sendRecv: '?', writeRead: '?', so: `not to be seen here: ${why}` };
}

/** What a call of the raw door gave: its value, or the name of its errno. */
export function shown(result: number): string {
  return result < 0 ? (errnoName(result) ?? String(result)) : String(result);
}

/** The same, with the bytes that came. */
export function shownBytes(result: number, bytes: Uint8Array): string {
  return result < 0 ? shown(result) : JSON.stringify(Buffer.from(bytes.subarray(0, result)).toString());
}

/** Switches a descriptor to non-blocking, or back. */
export function setNonblocking(fd: number, on: boolean): void {
  const flags = fcntl(fd, F_GETFL);
  fcntl(fd, F_SETFL, on ? flags | O_NONBLOCK : flags & ~O_NONBLOCK);
}
