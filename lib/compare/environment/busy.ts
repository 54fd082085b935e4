import type { Busy } from './environment';
import type { Machine } from './machine';
import { ticks, ticksByProcess } from './stat';

/** Ticks a second, as the kernel shows them to programs on all architectures that Node runs on. */
const TICKS_PER_S = 100;
const SHOWN = 5;

/**
 * What the machine does while this process does nothing for a moment.
 *
 * @param ms - how long. A tick is 10 ms; shorter than some of them shows nothing.
 */
export function busy(machine: Machine, ms: number): Busy | undefined {
  const processesBefore = ticksByProcess(machine);
  const before = ticks(machine);
  const start = machine.now();
  if (before === undefined) return undefined;
  machine.wait(ms);
  const after = ticks(machine)!;
  const elapsed = machine.now() - start;
  const cpus = (count: number): number => round(count / TICKS_PER_S / (elapsed / 1000));
  const processes = [...ticksByProcess(machine)]
    .filter(([pid]) => pid !== machine.process.pid)
    .map(([pid, { name, used }]) => ({ pid, name, cpus: cpus(used - (processesBefore.get(pid)?.used ?? used)) }))
    .filter((one) => one.cpus > 0)
    .sort((one, other) => other.cpus - one.cpus)
    .slice(0, SHOWN);
  const pressure = pressures(machine);
  return {
    ms: Math.round(elapsed),
    // Of each processor, so many ticks passed as did of the clock; what was not idle was used.
    cpus: cpus(Math.max(0, after.total - before.total - (after.idle - before.idle))),
    steal: cpus(Math.max(0, after.steal - before.steal)),
    processes,
    ...(pressure === undefined ? {} : { pressure }),
  };
}

function pressures(machine: Machine): Readonly<Record<string, number>> | undefined {
  const found = ['cpu', 'memory', 'io'].flatMap((resource) => {
    const [, percent] = /^some avg10=([\d.]+)/m.exec(machine.readFile(`/proc/pressure/${resource}`) ?? '') ?? [];
    return percent === undefined ? [] : [[resource, Number(percent)] as const];
  });
  return found.length === 0 ? undefined : Object.fromEntries(found);
}

function round(value: number): number {
  return Math.round(100 * value) / 100;
}
