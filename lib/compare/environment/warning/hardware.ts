import { cpusIn } from '../present';
import type { Check } from './warning';

/** Reading these leaves the processor and takes a microsecond and more. */
const SLOW_CLOCKS = ['hpet', 'acpi_pm', 'pit', 'jiffies', 'refined-jiffies', 'xen', 'i8253'];

export const clocksource: Check = ({ clocksource }) => {
  if (clocksource === undefined || !SLOW_CLOCKS.includes(clocksource.current)) return undefined;
  const better = clocksource.available.find((name) => !SLOW_CLOCKS.includes(name));
  return {
    what: `The kernel takes the time from ${clocksource.current}, which is slow to read and coarse.`,
    remedy:
      better === undefined
        ? 'See in dmesg why the kernel does not trust the counter of the processor (tsc).'
        : `As root: echo ${better} > /sys/devices/system/clocksource/clocksource0/current_clocksource`,
  };
};

export const governor: Check = ({ frequency }) => {
  const governors = frequency?.governors?.filter((name) => name !== 'performance') ?? [];
  if (governors.length === 0) return undefined;
  return {
    what: `The frequency of the processors follows the load (governor ${governors.join(', ')}), and levels with it.`,
    remedy: 'As root: cpupower frequency-set -g performance',
  };
};

export const turbo: Check = ({ frequency }) => {
  if (frequency?.turbo !== true) return undefined;
  const pstate = frequency.driver?.startsWith('intel') === true;
  return {
    what: 'Turbo is on: how fast a processor is depends on what the others do, and on how warm it is.',
    remedy: pstate
      ? 'As root: echo 1 > /sys/devices/system/cpu/intel_pstate/no_turbo'
      : 'As root: echo 0 > /sys/devices/system/cpu/cpufreq/boost',
  };
};

export const smt: Check = ({ processor }) => {
  if (processor?.smt?.active !== true) return undefined;
  const { siblings } = processor.smt;
  return {
    what:
      'Processors share cores (SMT): what runs on a sibling takes from this one' +
      (siblings === undefined ? '.' : `; the first core has the processors ${siblings}.`),
    remedy:
      'Pin to processors of different cores and leave their siblings idle, or as root: echo off > /sys/devices/system/cpu/smt/control',
  };
};

export const singleCpu: Check = ({ cpus, process: { affinity } }) => {
  const usable = affinity === undefined ? cpus : cpusIn(affinity).length;
  if (usable !== 1) return undefined;
  const why = cpus === 1 ? 'There is one processor' : `This process may use one processor (${affinity}) of ${cpus}`;
  return {
    what: `${why}: two ends that take turns are measured with the cost of switching between them.`,
    remedy:
      cpus === 1
        ? 'Take a machine with two processors or more.'
        : 'Give it another with taskset -c or its cpuset of its container.',
  };
};

export const power: Check = ({ power }) =>
  power === 'battery'
    ? { what: 'The machine runs on its battery, and saves power.', remedy: 'Plug it in.' }
    : undefined;
