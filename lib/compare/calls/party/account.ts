/** What a party found. The order of these is that of the native side's structure, native/measure/party/party.h. */
const FIELDS = [
  'values',
  'total',
  'sent',
  'received',
  'bytesSent',
  'bytesReceived',
  'shortSends',
  'shortReceives',
  'eagain',
  'interrupted',
  'began',
  'ended',
  'failedWay',
  'failedStep',
] as const;

export const ACCOUNT_FIELDS = FIELDS.length;

/**
 * - `values`, `total`: what was measured, in nanoseconds.
 * - `sent`, `received`: whole messages, untimed ones included.
 * - `bytesSent`, `bytesReceived`: all bytes; these and those that follow are without the untimed messages, once they are over.
 * - `shortSends`, `shortReceives`: calls that moved fewer bytes than they were given.
 * - `eagain`, `interrupted`: calls that were made again, after a wait or a signal.
 * - `began`, `ended`: CLOCK_MONOTONIC in nanoseconds, before the first message and after the last.
 * - `failedWay`, `failedStep`: which call ended the block: 1 one that sends, 2 one that receives, and its place.
 */
export type Account = Readonly<Record<(typeof FIELDS)[number], number>>;

export function accountOf(numbers: Float64Array): Account {
  return Object.fromEntries(FIELDS.map((field, place) => [field, numbers[place]!])) as unknown as Account;
}

export const NOTHING = accountOf(new Float64Array(ACCOUNT_FIELDS));
