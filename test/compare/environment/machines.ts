import type { Parts } from './machine';

const CPU = '/sys/devices/system/cpu';

/** Excerpts of what the kernel shows on machines of different kinds. */
export const laptop: Parts = {
  files: {
    '/proc/cpuinfo': 'processor\t: 0\nmicrocode\t: 0xf0\ncpu MHz\t\t: 800.012\nflags\t\t: fpu vme tsc constant_tsc\n',
    '/proc/cmdline': 'BOOT_IMAGE=/vmlinuz root=UUID=11-22 ro quiet mitigations=off isolcpus=3 audit=0',
    '/proc/thread-self/status':
      'Name:\tnode\nTracerPid:\t0\nSeccomp:\t0\nSeccomp_filters:\t0\nCpus_allowed_list:\t0-2\n',
    '/proc/thread-self/attr/current': 'unconfined\n',
    '/proc/meminfo': 'MemTotal:       16316412 kB\nMemFree:          316412 kB\nMemAvailable:    8000000 kB\n',
    '/proc/sys/net/ipv4/tcp_rmem': '4096\t131072\t6291456\n',
    '/etc/machine-id': '0123456789abcdef0123456789abcdef\n',
    '/sys/kernel/security/lsm': 'lockdown,capability,yama,apparmor',
    '/sys/class/power_supply/AC/type': 'Mains',
    '/sys/class/power_supply/BAT0/type': 'Battery',
    '/sys/class/power_supply/BAT0/status': 'Discharging',
    '/sys/class/power_supply/hid-mouse/type': 'Battery',
    '/sys/class/power_supply/hid-mouse/scope': 'Device',
    '/sys/class/power_supply/hid-mouse/status': 'Discharging',
    [`${CPU}/vulnerabilities/meltdown`]: 'Not affected',
    [`${CPU}/vulnerabilities/retbleed`]: 'Mitigation: Enhanced IBRS',
    [`${CPU}/smt/active`]: '1',
    [`${CPU}/isolated`]: '3',
    [`${CPU}/cpu0/topology/thread_siblings_list`]: '0,2',
    [`${CPU}/cpu0/cache/index0/level`]: '1',
    [`${CPU}/cpu0/cache/index0/type`]: 'Data',
    [`${CPU}/cpu0/cache/index0/size`]: '32K',
    [`${CPU}/intel_pstate/no_turbo`]: '0',
    ...Object.fromEntries(
      [0, 1, 2, 3].flatMap((cpu) => [
        [`${CPU}/cpu${cpu}/cpufreq/scaling_driver`, 'intel_pstate'],
        [`${CPU}/cpu${cpu}/cpufreq/scaling_governor`, cpu === 3 ? 'ondemand' : 'powersave'],
        [`${CPU}/cpu${cpu}/cpufreq/scaling_cur_freq`, `${800_000 + cpu}`],
        [`${CPU}/cpu${cpu}/cpufreq/scaling_min_freq`, '400000'],
        [`${CPU}/cpu${cpu}/cpufreq/scaling_max_freq`, '4700000'],
      ]),
    ),
  },
};

/** A container of Kubernetes in a virtual machine, while others work. */
export const pod: Parts = {
  files: {
    '/proc/cpuinfo': 'processor\t: 0\nmicrocode\t: 0x1\ncpu MHz\t\t: 2600.000\nflags\t\t: fpu hypervisor lahf_lm\n',
    '/proc/self/cgroup': '0::/kubepods.slice/kubepods-burstable.slice/cri-1234\n',
    '/proc/self/limits':
      'Limit                     Soft Limit           Hard Limit           Units     \n' +
      'Max open files            1024                 1048576              files     \n' +
      'Max address space         unlimited            unlimited            bytes     \n',
    '/proc/thread-self/status': 'TracerPid:\t77\nSeccomp:\t2\nSeccomp_filters:\t3\nCpus_allowed_list:\t5\n',
    '/proc/thread-self/stat': '9 (no) de) R 1 9 9 0 -1 4194304 0 0 0 0 10 5 0 0 20 5 1 0',
    '/proc/77/comm': 'strace\n',
    '/proc/77/stat': '77 (strace) S 1 0 0 0 0 0 0 0 0 0 100 50 0 0 20 0 1',
    '/proc/78/stat': '78 (a (b) c) R 1 0 0 0 0 0 0 0 0 0 7 1 0 0 20 0 1',
    '/proc/stat': 'cpu  1000 0 500 8000 100 0 10 90 0 0\ncpu0 1000 0 500 8000 100 0 10 90 0 0\n',
    '/proc/pressure/memory': 'some avg10=12.50 avg60=0.00 avg300=0.00 total=0\nfull avg10=3.00 avg60=0.00\n',
    '/sys/class/dmi/id/sys_vendor': 'QEMU',
    '/sys/class/dmi/id/product_name': 'Standard PC (Q35 + ICH9, 2009)',
    '/sys/devices/system/clocksource/clocksource0/current_clocksource': 'hpet',
    '/sys/devices/system/clocksource/clocksource0/available_clocksource': 'hpet kvm-clock acpi_pm',
    '/sys/fs/cgroup/cpu.max': '150000 100000',
    '/sys/kernel/tracing/current_tracer': 'nop',
    '/sys/kernel/tracing/events/syscalls/enable': 'X',
  },
  later: {
    '/proc/77/stat': '77 (strace) S 1 0 0 0 0 0 0 0 0 0 102 50 0 0 20 0 1',
    '/proc/78/stat': '78 (a (b) c) R 1 0 0 0 0 0 0 0 0 0 27 11 0 0 20 0 1',
    '/proc/stat': 'cpu  1030 0 510 8035 103 0 12 110 0 0\n',
  },
  answers: { 'systemd-detect-virt --vm': 'kvm' },
  process: {
    env: { NODE_OPTIONS: '--max-old-space-size=100 --inspect=0', NODE_V8_COVERAGE: '/tmp/secret', LD_PRELOAD: 'x.so' },
    execArgv: ['-r', 'ts-node/register', '--cpu_prof', '--cpu-prof-dir=/tmp/secret'],
  },
};

/** Nothing but what node:os says. */
export const mac: Parts = {
  os: { type: 'Darwin', release: '24.0.0', version: 'Darwin Kernel Version 24.0.0', arch: 'arm64', loadavg: [3, 1, 1] },
};
