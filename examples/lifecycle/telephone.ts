import { type Address, formatAddress } from 'sockcall';

/** Each call, and what it would be on the telephone. */
const PICTURES = {
  socket: 'installs a telephone',
  bind: 'gives it its number',
  getsockname: 'reads its own number',
  listen: 'switches it on, so that it can ring (the passive open begins)',
  connect: 'dials (the active open)',
  accept: 'picks up (the passive open is complete): the call has a line of its own',
  getpeername: 'looks who is at the other end',
  send: 'talks',
  write: 'talks',
  recv: 'hears',
  read: 'hears',
  close: 'hangs up',
} as const;

export type Call = keyof typeof PICTURES;

/** These wait for the other side: what they show happened when they returned, not when they were called. */
const WAITING: ReadonlySet<Call> = new Set<Call>(['accept', 'recv', 'read']);

/** What can be an argument or a result of a call here. */
type Shown = string | number | Uint8Array | Address | readonly Shown[] | undefined;

/** Makes the function that tells the story of one side: a line for each call that it has made. */
export function telephone(who: string): (call: Call, args: readonly Shown[], result: Shown, note?: string) => void {
  let before = milliseconds();
  return (call, args, result, note) => {
    const at = WAITING.has(call) ? milliseconds() : before;
    const made = `${call}(${args.map(shown).join(', ')})`;
    const picture = PICTURES[call] + (note === undefined ? '' : `: ${note}`);
    console.log(`${at.toFixed(3)}  ${who}  ${made.padEnd(39)} = ${shown(result).padEnd(38)} ${picture}`);
    before = milliseconds();
  };
}

/** The clock that all processes of a machine share, so that the lines of two of them can be put in order. */
function milliseconds(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}

function shown(value: Shown): string {
  if (value === undefined) return 'done';
  if (typeof value !== 'object') return String(value);
  if (value instanceof Uint8Array) return `${value.length} bytes of room`;
  return 'family' in value ? formatAddress(value) : value.map(shown).join(' ');
}

/** Text as it appears among the arguments and results. */
export function quoted(bytes: Uint8Array): string {
  return JSON.stringify(Buffer.from(bytes).toString());
}
