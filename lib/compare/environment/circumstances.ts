import type { Environment } from './environment';

/** The kernel chooses them at each start by the memory that is free then. */
const CHOSEN_AT_START = ['net.ipv4.tcp_mem', 'net.ipv4.udp_mem'];

/**
 * What stays as it is for as long as a run lasts and changes what a call costs, by what people call it. Runs that differ
 * in any of it do not measure the same thing. What comes and goes, the work of others, is not in it.
 */
export function circumstances(environment: Environment): Readonly<Record<string, unknown>> {
  return { ...system(environment), ...hardware(environment), ...watchers(environment), ...settings(environment) };
}

type Circumstances = Readonly<Record<string, unknown>>;

function system({ machine, kernel, kernelVersion, boot, arch, node, sockcall }: Environment): Circumstances {
  return { machine, kernel, 'kernel version': kernelVersion, 'boot options': boot, arch, node, sockcall };
}

function hardware({ cpu, cpus, processor, frequency, clocksource, power }: Environment): Circumstances {
  const { driver, governors, turbo, minMHz, maxMHz } = frequency ?? {};
  return {
    processor: cpu,
    processors: cpus,
    microcode: processor?.microcode,
    mitigations: processor?.mitigations,
    SMT: processor?.smt?.active,
    'isolated processors': processor?.isolated,
    frequency: { driver, governors, turbo, minMHz, maxMHz },
    clocksource: clocksource?.current,
    power,
  };
}

function watchers({ process, kernelTracer, container, security }: Environment): Circumstances {
  const { modules, label, seccomp, seccompFilters } = security ?? {};
  return {
    'traced by': process.tracer && (process.tracer.name ?? 'another process'),
    'kernel tracing': kernelTracer,
    'instrumented by': process.instruments,
    seccomp,
    'seccomp filters': seccompFilters,
    'security modules': modules,
    label,
    container,
  };
}

function settings({ process: { affinity, quota, nice }, sysctls = {} }: Environment): Circumstances {
  return {
    'processors of the process': affinity,
    quota,
    nice,
    sysctls: Object.fromEntries(Object.entries(sysctls).filter(([name]) => !CHOSEN_AT_START.includes(name))),
  };
}
