import { readFileSync } from 'node:fs';
import { answer, setInts } from '../../../core/frame';
import { codeOf } from '../../../core/error/syscall-error';
import { native } from '../../../core/native';
import { type Fd, close } from '../../../index';
import { type CounterEvent, eventTypes, events } from './events';
import { NO_COUNTERS, type Refusal, hardwareRefusal, refusal, userOnly } from './refusal';

/** A group of counters of what this thread does. They count only while they are switched on. */
export interface Counters {
  /** The descriptor that switches all of them. */
  readonly leader: number;
  /** What each one counts, in the order in which they are read. */
  readonly names: readonly string[];
  /** What has been counted, by name. */
  read(): Record<string, number>;
  close(): void;
}

/** The counters that can be had, and what is to be said of those that can't. */
export interface OpenedCounters {
  readonly counters: Counters | undefined;
  readonly notes: readonly string[];
}

interface Group {
  readonly fds: readonly number[];
  readonly names: readonly string[];
  /** What came of the first event of each kind that was refused. */
  readonly refused: Partial<Record<CounterEvent['kind'], string>>;
}

/** Opens as many counters as are permitted: of user mode and the kernel, or else of user mode alone. */
export function openCounters(): OpenedCounters {
  if (native.openCounter === undefined) return { counters: undefined, notes: [NO_COUNTERS] };
  const paranoid = readParanoid();
  const whole = openGroup(events, false);
  const denied = whole.fds.length === 0 ? whole.refused.software : undefined;
  const user =
    denied === undefined
      ? undefined
      : openGroup(
          events.filter((event) => event.user),
          true,
        );
  const group = user ?? whole;
  if (group.fds.length === 0) {
    return { counters: undefined, notes: [refusal({ code: group.refused.software!, paranoid })] };
  }
  return { counters: new CounterGroup(group), notes: notesOf(group, denied, paranoid) };
}

function notesOf({ refused }: Group, denied: string | undefined, paranoid: number | undefined): string[] {
  const about = (code: string): Refusal => ({ code, paranoid });
  return [
    ...(refused.hardware === undefined ? [] : [hardwareRefusal(about(refused.hardware))]),
    ...(denied === undefined ? [] : [userOnly(about(denied))]),
  ];
}

function openGroup(wanted: readonly CounterEvent[], excludeKernel: boolean): Group {
  const fds: number[] = [];
  const names: string[] = [];
  const refused: Group['refused'] = {};
  for (const { name, kind, config } of wanted) {
    setInts(eventTypes[kind], config, fds[0] ?? -1, excludeKernel ? 1 : 0);
    native.openCounter!();
    const fd = answer();
    if (fd < 0) refused[kind] ??= codeOf(fd);
    else {
      fds.push(fd);
      names.push(name);
    }
  }
  return { fds, names, refused };
}

class CounterGroup implements Counters {
  readonly leader: number;
  readonly names: readonly string[];
  private fds: readonly number[];
  /** How many there are, then each. */
  private readonly values: BigUint64Array;

  constructor({ fds, names }: Group) {
    this.fds = fds;
    this.leader = fds[0]!;
    this.names = names;
    this.values = new BigUint64Array(1 + fds.length);
  }

  read(): Record<string, number> {
    setInts(this.leader);
    native.readCounters!(this.values);
    const size = answer();
    if (size < 0) throw new Error(`counters can't be read: ${codeOf(size)}`);
    // That is how the kernel says that it could not keep them on the processor.
    if (size === 0) throw new Error('the counters were taken away: another program counts on this processor');
    return Object.fromEntries(this.names.map((name, index) => [name, Number(this.values[1 + index])]));
  }

  close(): void {
    const { fds } = this;
    this.fds = [];
    for (const fd of fds) close(fd as Fd);
  }
}

function readParanoid(): number | undefined {
  try {
    return Number.parseInt(readFileSync('/proc/sys/kernel/perf_event_paranoid', 'utf8'), 10);
  } catch {
    return undefined;
  }
}
