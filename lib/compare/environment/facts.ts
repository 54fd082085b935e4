import type { Environment } from './environment';
import { present } from './present';

/** One thing to know of where a run was made, as people read it. */
export interface Fact {
  readonly title: string;
  readonly text: string;
}

/** The environment in rows for a report, what matters most first; what is not known has no row. */
export function facts(environment: Environment): readonly Fact[] {
  const rows = { ...system(environment), ...hardware(environment), ...around(environment), ...settings(environment) };
  return Object.entries(present(rows) ?? {}).map(([title, text]) => ({ title, text: text! }));
}

type Rows = Readonly<Record<string, string | undefined>>;

function system({ date, kernel, arch, kernelVersion, boot, sockcall, node, v8, machine }: Environment): Rows {
  return {
    date,
    versions: `sockcall ${sockcall}, Node ${node}, V8 ${v8}`,
    kernel: join([kernel, arch, kernelVersion], ' '),
    'boot options': join(boot, ' '),
    machine,
  };
}

function hardware(environment: Environment): Rows {
  const { cpu, cpus, processor, clocksource } = environment;
  return {
    processor: `${cpu}, ${cpus} CPUs`,
    caches: join(processor?.caches, ', '),
    microcode: processor?.microcode,
    mitigations: join(
      Object.entries(processor?.mitigations ?? {}).map(
        ([name, text]) => `${name}: ${text.replace(/^Mitigation: /, '')}`,
      ),
      ' · ',
    ),
    SMT: processor?.smt && (processor.smt.active ? 'on' : 'off'),
    'isolated processors': processor?.isolated,
    frequency: frequencyOf(environment),
    clocksource: clocksource && `${clocksource.current} (of ${clocksource.available.join(', ')})`,
    power: environment.power,
  };
}

function around(environment: Environment): Rows {
  const { busy, loadavg, memory, container, security } = environment;
  return {
    'virtual machine': virtualOf(environment),
    container,
    'security modules': join([...(security?.modules ?? []), security?.label && `label ${security.label}`], ', '),
    seccomp: seccompOf(security),
    'load at the start': loadOf(busy, loadavg),
    memory: `${mebibytes(memory.available)} of ${mebibytes(memory.total)} available`,
    'kernel tracing': environment.kernelTracer,
  };
}

function settings({ process, sysctls }: Environment): Rows {
  return {
    'processors of this process': process.affinity,
    'quota of processors': process.quota?.toFixed(2),
    nice: process.nice === undefined || process.nice === 0 ? undefined : String(process.nice),
    'traced by': process.tracer && `${process.tracer.name ?? 'pid'} ${process.tracer.pid}`,
    'instrumented by': join(process.instruments, ', '),
    limits: join(
      Object.entries(process.limits ?? {}).map(([name, [soft]]) => `${name} ${soft ?? 'unlimited'}`),
      ', ',
    ),
    sysctls: join(
      Object.entries(sysctls ?? {}).map(([name, value]) => `${name} = ${value}`),
      ' · ',
    ),
  };
}

/** Nothing, if there is nothing to join. */
function join(texts: readonly (string | undefined)[] | undefined, separator: string): string | undefined {
  const known = texts?.filter((text) => text !== undefined) ?? [];
  return known.length === 0 ? undefined : known.join(separator);
}

function frequencyOf({ frequency }: Environment): string | undefined {
  if (frequency === undefined) return undefined;
  const { driver, governors, turbo, minMHz, maxMHz, currentMHz } = frequency;
  return join(
    [
      driver && `driver ${driver}`,
      governors && `governor ${governors.join(', ')}`,
      turbo === undefined ? undefined : `turbo ${turbo ? 'on' : 'off'}`,
      minMHz === undefined || maxMHz === undefined ? undefined : `${minMHz} to ${maxMHz} MHz`,
      currentMHz && `at ${[...new Set(currentMHz)].join(', ')} MHz`,
    ],
    ', ',
  );
}

function virtualOf({ virtual }: Environment): string | undefined {
  if (virtual === undefined) return undefined;
  const { detected, product, stealPercent } = virtual;
  const steal = stealPercent === undefined ? undefined : `${stealPercent.toFixed(2)} % stolen since its start`;
  return join([detected ?? (product === undefined ? 'yes' : undefined), product, steal], ', ');
}

function seccompOf(security: Environment['security']): string | undefined {
  if (security?.seccomp !== 'filter') return security?.seccomp;
  return security.seccompFilters === undefined ? 'filter' : `filters: ${security.seccompFilters}`;
}

function loadOf(busy: Environment['busy'], loadavg: readonly number[]): string {
  const average = `${loadavg.map((load) => load.toFixed(2)).join(', ')} on average over 1, 5, 15 minutes`;
  if (busy === undefined) return average;
  const names = busy.processes.map(({ name, cpus }) => `${name} ${cpus.toFixed(1)}`);
  const others = names.length === 0 ? '' : ` (${names.join(', ')})`;
  return `${busy.cpus.toFixed(1)} processors busy over ${busy.ms} ms${others}; ${average}`;
}

function mebibytes(bytes: number): string {
  return `${Math.round(bytes / 2 ** 20)} MiB`;
}
