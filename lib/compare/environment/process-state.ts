import type { ProcessState, Security } from './environment';
import type { Machine } from './machine';
import { numberIn, present } from './present';

/** The state of the thread that looks, since tracers, filters and affinities are a thread's. */
const SELF = '/proc/thread-self';

/** Limits that decide how many sockets, how much locked memory, how much time there is. */
const LIMITS = ['cpu time', 'open files', 'locked memory', 'address space', 'processes', 'realtime priority'];

const SECCOMP = { '0': 'off', '1': 'strict', '2': 'filter' } as const;

/** Options that make Node slower, or its code another. */
const INSTRUMENTS =
  /^--(inspect|cpu-prof$|heap-prof$|prof$|perf-|interpreted-frames|trace-|experimental-test-coverage|jitless|no-opt|max-lazy|track-heap)/;

export function processState(machine: Machine): ProcessState {
  return {
    ...present({
      affinity: statusOf(machine, 'Cpus_allowed_list'),
      limits: limits(machine),
      quota: quota(machine),
      nice: nice(machine),
      tracer: tracer(machine),
    }),
    instruments: instruments(machine),
  };
}

function statusOf(machine: Machine, field: string): string | undefined {
  return new RegExp(`^${field}:\\s*(.+)$`, 'm').exec(machine.readFile(`${SELF}/status`) ?? '')?.[1]?.trim();
}

function tracer(machine: Machine): ProcessState['tracer'] {
  const pid = numberIn(statusOf(machine, 'TracerPid'));
  if (pid === undefined || pid === 0) return undefined;
  const name = machine.readFile(`/proc/${pid}/comm`);
  return name === undefined ? { pid } : { pid, name };
}

function limits(machine: Machine): ProcessState['limits'] {
  const text = machine.readFile('/proc/self/limits');
  if (text === undefined) return undefined;
  const found = LIMITS.flatMap((name) => {
    const [, soft, hard] = new RegExp(`^Max ${name} +(\\S+) +(\\S+)`, 'm').exec(text) ?? [];
    return soft === undefined || hard === undefined ? [] : [[name, [limit(soft), limit(hard)] as const] as const];
  });
  return Object.fromEntries(found);
}

function limit(text: string): number | null {
  return text === 'unlimited' ? null : Number(text);
}

/** The group's own files, as its members see them; of the first form of control groups, or of the second. */
function quota(machine: Machine): number | undefined {
  const folder = '/sys/fs/cgroup/cpu';
  const [allowed, period] =
    machine.readFile('/sys/fs/cgroup/cpu.max')?.split(' ') ??
    ['quota', 'period'].map((what) => machine.readFile(`${folder}/cpu.cfs_${what}_us`));
  const cpus = Number(allowed) / Number(period);
  return cpus > 0 ? cpus : undefined;
}

function nice(machine: Machine): number | undefined {
  const [, rest] = /\(.*\) (.*)$/s.exec(machine.readFile(`${SELF}/stat`) ?? '') ?? [];
  return numberIn(rest?.split(' ')[16]);
}

function instruments({ process: { env, execArgv, inspected } }: Machine): readonly string[] {
  const options = [...execArgv, ...(env['NODE_OPTIONS'] ?? '').split(/\s+/)]
    .map((option) => option.replace(/=.*$/s, '').replaceAll('_', '-'))
    .filter((option) => INSTRUMENTS.test(option));
  const found = [
    ...options,
    ...(inspected && !options.some((option) => option.startsWith('--inspect')) ? ['inspector'] : []),
    ...((env['NODE_V8_COVERAGE'] ?? '') === '' ? [] : ['NODE_V8_COVERAGE']),
    ...((env['LD_PRELOAD'] ?? '') === '' ? [] : ['LD_PRELOAD']),
  ];
  return [...new Set(found)];
}

export function security(machine: Machine): Security | undefined {
  const mode = statusOf(machine, 'Seccomp');
  return present({
    modules: machine.readFile('/sys/kernel/security/lsm')?.split(','),
    label: label(machine),
    seccomp: mode === undefined ? undefined : SECCOMP[mode as keyof typeof SECCOMP],
    seccompFilters: numberIn(statusOf(machine, 'Seccomp_filters')),
  });
}

function label(machine: Machine): string | undefined {
  const text = machine.readFile(`${SELF}/attr/current`) ?? machine.readFile(`${SELF}/attr/apparmor/current`);
  // SELinux ends it with a zero byte.
  return text?.replace(/\0/g, '').trim();
}
