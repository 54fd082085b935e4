/** What the kernel tells of its clocks. */
export interface ClockFacts {
  /** The text of /proc/cpuinfo. */
  readonly cpuinfo: string;
  /** The current clock source, and all that it would take. */
  readonly current: string;
  readonly available: readonly string[];
}

/** Without the first the counter's rate follows the processor's, without the second it stops when that sleeps. */
const NEEDED = ['constant_tsc', 'nonstop_tsc'];

/** Clock sources of virtual machines that are themselves read from the counter. */
const MADE_OF_TSC = ['kvm-clock', 'hyperv_clocksource_tsc_page'];

/** Why the time stamp counter is no clock here, or undefined if it is a good one. */
export function tscFault({ cpuinfo, current, available }: ClockFacts): string | undefined {
  const [, list = ''] = /^flags\s*:(.*)$/m.exec(cpuinfo) ?? [];
  const flags = new Set(list.trim().split(/\s+/));
  const missing = NEEDED.filter((flag) => !flags.has(flag));
  if (missing.length > 0) return `the processor's flags lack ${missing.join(' and ')}`;
  if (!flags.has('rdtscp')) return 'the processor lacks rdtscp';
  if (current === 'tsc') return undefined;
  if (current === '') return 'the kernel does not tell its clock source';
  // The kernel takes a counter off this list when it finds it unstable, or different from processor to processor.
  if (MADE_OF_TSC.includes(current) && available.includes('tsc')) return undefined;
  return `the kernel does not trust it, whose clock source is ${current}`;
}
