/** What the kernel answered where a counter was asked for. */
export interface Refusal {
  /** `ENOENT`. */
  readonly code: string;
  /** kernel.perf_event_paranoid, if it could be read. */
  readonly paranoid: number | undefined;
}

const REMEDY =
  'root can set it lower (sysctl kernel.perf_event_paranoid=1 lets everybody count the kernel as well) ' +
  'or give the program CAP_PERFMON';

/** Why instructions and cycles are not counted, where software's events are. */
export function hardwareRefusal({ code }: Refusal): string {
  const why =
    code === 'ENOENT' || code === 'EOPNOTSUPP' || code === 'ENODEV' || code === 'ENXIO'
      ? 'there are no hardware counters, as in a virtual machine whose host lends none'
      : code === 'EBUSY' || code === 'ENOSPC'
        ? "the processor's counters are taken by another program, or by the kernel's watchdog"
        : 'the kernel refused';
  return `Instructions and cycles are not counted: ${why} (perf_event_open: ${code}).`;
}

/** Why nothing at all is counted. */
export function refusal({ code, paranoid }: Refusal): string {
  return `Nothing is counted: ${reason(code, paranoid)} (perf_event_open: ${code}).`;
}

function reason(code: string, paranoid: number | undefined): string {
  if (code === 'ENOSYS') return 'the kernel was built without perf events, or a seccomp filter hides them';
  if (code !== 'EACCES' && code !== 'EPERM') return 'the kernel refused';
  if (paranoid === undefined) return 'a seccomp filter or the container forbids it';
  // At 2 and below everybody may count what the own program does in user mode, so it must be something else.
  if (paranoid <= 2) {
    return `kernel.perf_event_paranoid is ${paranoid}, which would permit it, so a seccomp filter or the container forbids it`;
  }
  return `kernel.perf_event_paranoid is ${paranoid}; ${REMEDY}`;
}

/** That user mode alone is counted, which says nothing of the kernel's work. */
export function userOnly({ code, paranoid }: Refusal): string {
  const level = paranoid === undefined ? '' : ` kernel.perf_event_paranoid is ${paranoid}; ${REMEDY}`;
  return (
    `Counters see user mode alone, so nothing of what the kernel does in a call: to count both was refused ` +
    `(perf_event_open: ${code}).${level === '' ? '' : `${level}.`}`
  );
}

/** Not Linux. */
export const NO_COUNTERS = `Nothing is counted: ${process.platform} has no perf_event_open.`;
