import type { Clocksource } from './environment';
import type { Machine } from './machine';

/** What decides how much a socket holds, when it sends, and how the kernel measures and schedules. */
const SYSCTLS = [
  'net.core.rmem_default',
  'net.core.rmem_max',
  'net.core.wmem_default',
  'net.core.wmem_max',
  'net.core.busy_poll',
  'net.core.busy_read',
  'net.core.default_qdisc',
  'net.ipv4.tcp_mem',
  'net.ipv4.tcp_rmem',
  'net.ipv4.tcp_wmem',
  'net.ipv4.udp_mem',
  'net.ipv4.tcp_autocorking',
  'net.ipv4.tcp_congestion_control',
  'net.ipv4.tcp_limit_output_bytes',
  'net.ipv4.tcp_notsent_lowat',
  'net.ipv4.tcp_timestamps',
  'net.unix.max_dgram_qlen',
  'kernel.perf_event_paranoid',
  'kernel.nmi_watchdog',
  'kernel.numa_balancing',
  'kernel.sched_autogroup_enabled',
  'kernel.sched_rt_runtime_us',
  'kernel.timer_migration',
];

/** Words of the command line that change what a call costs, or when it runs. All others, names of disks, are nobody's business. */
const BOOT =
  /^(mitigations|isolcpus|nohz|nohz_full|rcu_nocbs|idle|intel_idle\.max_cstate|processor\.max_cstate|intel_pstate|amd_pstate|nosmt|no?pti|pti|nospectre_v[12]|spectre_v2|retbleed|clocksource|tsc|audit|preempt|threadirqs|skew_tick|nmi_watchdog|selinux|apparmor|lsm|security)(=|$)/;

export function sysctls(machine: Machine): Readonly<Record<string, string>> | undefined {
  const found = SYSCTLS.flatMap((name) => {
    const value = machine.readFile(`/proc/sys/${name.replaceAll('.', '/')}`);
    return value === undefined ? [] : [[name, value.replace(/\s+/g, ' ')] as const];
  });
  return found.length === 0 ? undefined : Object.fromEntries(found);
}

export function boot(machine: Machine): readonly string[] | undefined {
  return machine
    .readFile('/proc/cmdline')
    ?.split(/\s+/)
    .filter((word) => BOOT.test(word));
}

export function clocksource(machine: Machine): Clocksource | undefined {
  const folder = '/sys/devices/system/clocksource/clocksource0';
  const current = machine.readFile(`${folder}/current_clocksource`);
  if (current === undefined) return undefined;
  return { current, available: machine.readFile(`${folder}/available_clocksource`)?.split(/\s+/) ?? [] };
}

/** What traces all calls of all processes, if that can be seen. */
export function kernelTracer(machine: Machine): string | undefined {
  for (const folder of ['/sys/kernel/tracing', '/sys/kernel/debug/tracing']) {
    const tracer = machine.readFile(`${folder}/current_tracer`);
    if (tracer !== undefined && tracer !== 'nop') return tracer;
    // 1 is all of them, X some.
    const events = machine.readFile(`${folder}/events/syscalls/enable`);
    if (events === '1' || events === 'X') return 'events/syscalls';
  }
  return undefined;
}
