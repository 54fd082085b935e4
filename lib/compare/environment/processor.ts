import type { Frequency, Processor } from './environment';
import type { Machine } from './machine';
import { cpusIn, numberIn, present } from './present';

const CPU = '/sys/devices/system/cpu';

/** The value of a field that /proc/cpuinfo gives for the first processor. */
export function cpuinfo(machine: Machine, field: string): string | undefined {
  const [, value] = new RegExp(`^${field}\\s*: *(.+)$`, 'm').exec(machine.readFile('/proc/cpuinfo') ?? '') ?? [];
  return value?.trim();
}

export function processor(machine: Machine): Processor | undefined {
  return present({
    microcode: cpuinfo(machine, 'microcode'),
    caches: caches(machine),
    mitigations: mitigations(machine),
    smt: smt(machine),
    isolated: machine.readFile(`${CPU}/isolated`),
  });
}

function caches(machine: Machine): readonly string[] | undefined {
  const found = machine
    .list(`${CPU}/cpu0/cache`)
    .filter((name) => /^index\d+$/.test(name))
    .sort()
    .flatMap((name) => {
      const [level, type, size] = ['level', 'type', 'size'].map((field) =>
        machine.readFile(`${CPU}/cpu0/cache/${name}/${field}`),
      );
      return level === undefined || size === undefined ? [] : [`L${level} ${type ?? ''} ${size}`.replace('  ', ' ')];
    });
  return found.length === 0 ? undefined : found;
}

function mitigations(machine: Machine): Readonly<Record<string, string>> | undefined {
  const names = [...machine.list(`${CPU}/vulnerabilities`)].sort();
  if (names.length === 0) return undefined;
  const found = names.map((name) => [name, machine.readFile(`${CPU}/vulnerabilities/${name}`)] as const);
  return Object.fromEntries(found.filter(([, text]) => text !== undefined && text !== 'Not affected')) as Readonly<
    Record<string, string>
  >;
}

function smt(machine: Machine): Processor['smt'] {
  const active = machine.readFile(`${CPU}/smt/active`);
  if (active === undefined) return undefined;
  const siblings =
    machine.readFile(`${CPU}/cpu0/topology/core_cpus_list`) ??
    machine.readFile(`${CPU}/cpu0/topology/thread_siblings_list`);
  return present({ active: active === '1', siblings });
}

/** @param affinity - the processors to look at: others may be set otherwise, and are none of our business. */
export function frequency(machine: Machine, affinity: string | undefined): Frequency | undefined {
  const folders = (affinity === undefined ? [0] : cpusIn(affinity)).map((cpu) => `${CPU}/cpu${cpu}/cpufreq`);
  const first = (field: string): string | undefined => machine.readFile(`${folders[0]}/${field}`);
  const all = (field: string): string[] => folders.flatMap((folder) => machine.readFile(`${folder}/${field}`) ?? []);
  const governors = [...new Set(all('scaling_governor'))].sort();
  const current = all('scaling_cur_freq').map((text) => megahertz(text)!);
  return present({
    driver: first('scaling_driver'),
    governors: governors.length === 0 ? undefined : governors,
    turbo: turbo(machine),
    minMHz: megahertz(first('scaling_min_freq')),
    maxMHz: megahertz(first('scaling_max_freq')),
    currentMHz: current.length > 0 ? current : stated(machine),
  });
}

function turbo(machine: Machine): boolean | undefined {
  const off = machine.readFile(`${CPU}/intel_pstate/no_turbo`);
  if (off !== undefined) return off === '0';
  const on = machine.readFile(`${CPU}/cpufreq/boost`);
  return on === undefined ? undefined : on === '1';
}

/** Files of cpufreq say kHz. */
function megahertz(text: string | undefined): number | undefined {
  const value = numberIn(text);
  return value === undefined ? undefined : Math.round(value / 1000);
}

/** What /proc/cpuinfo says where there is no cpufreq, as in most virtual machines. */
function stated(machine: Machine): readonly number[] | undefined {
  const lines = [...(machine.readFile('/proc/cpuinfo') ?? '').matchAll(/^cpu MHz\s*: *([\d.]+)$/gm)];
  return lines.length === 0 ? undefined : lines.map(([, text]) => Math.round(Number(text)));
}
