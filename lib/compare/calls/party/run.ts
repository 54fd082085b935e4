import { MISUSE } from '../../../core/answer';
import { answer, setWides } from '../../../core/frame';
import { type NativeCall, native } from '../../../core/native';
import type { Step } from '../arm';
import { programOf } from '../arm/program';
import { ACCOUNT_FIELDS, accountOf } from './account';
import type { Report } from './outcome';
import type { Role, Terms } from './terms';

/** Where a party is: its end of the pair, and the descriptor by which it hears of the other. */
export interface Place {
  readonly data: number;
  readonly control: number;
}

/** What is asked for beside the terms, by the party that measures. */
export interface Measuring {
  /** Of round trips: 0 is clock_gettime, 1 the TSC. */
  readonly clock: number;
  /** Nanoseconds of a tick of that clock; for `fixed-rate` between two messages. */
  readonly wide: number;
  readonly values: Float64Array | undefined;
}

const ROLES: Readonly<Record<Role, NativeCall>> = {
  'ping-pong': native.partyPingPong,
  'fixed-rate': native.partyFixedRate,
  echo: native.partyEcho,
  source: native.partySource,
  sink: native.partySink,
};

const NOT_MEASURING: Measuring = { clock: 0, wide: 1, values: undefined };

const account = new Float64Array(ACCOUNT_FIELDS);

/** Runs a party's part of a block, one native loop from the first message to the last. */
export function runParty(place: Place, terms: Terms, { clock, wide, values }: Measuring = NOT_MEASURING): Report {
  const { role, send, recv, size, messages, untimed, bounds, window, slices, stall } = terms;
  // The order is that of the native side's structure.
  const settings = Int32Array.of(
    place.data,
    place.control,
    size,
    messages,
    untimed,
    Number(bounds),
    clock,
    window,
    slices,
    stall?.at ?? -1,
    1000 * (stall?.ms ?? 0),
  );
  const [out, into] = [programFor(send), programFor(recv)];
  const buffer = bufferOf(size);
  account.fill(0);
  setWides(wide);
  ROLES[role](settings, out, into, buffer, account, values);
  const outcome = answer();
  if (outcome <= MISUSE) throw new RangeError(`the native loop does not take such a block (${outcome})`);
  return { outcome, account: accountOf(account) };
}

const programs = new Map<string, Int32Array>();

function programFor(steps: readonly Step[]): Int32Array {
  const key = JSON.stringify(steps);
  const program = programs.get(key) ?? programOf(steps);
  programs.set(key, program);
  return program;
}

/** For each size, a half to send from and a half to receive into. */
const buffers = new Map<number, Uint8Array>();

function bufferOf(size: number): Uint8Array {
  const known = buffers.get(size);
  if (known !== undefined) return known;
  // Filled, because untouched memory would all be one shared page of zeros.
  const buffer = new Uint8Array(2 * size).fill(0x5a);
  buffers.set(size, buffer);
  return buffer;
}
