import type { Environment, Memory } from './environment';
import type { Machine } from './machine';

const SUPPLIES = '/sys/class/power_supply';

/** Where the power comes from, if there is a battery that drives the machine, and not a mouse. */
export function power(machine: Machine): Environment['power'] {
  const batteries = machine.list(SUPPLIES).filter((name) => {
    const field = (what: string): string | undefined => machine.readFile(`${SUPPLIES}/${name}/${what}`);
    return field('type') === 'Battery' && field('scope') !== 'Device';
  });
  const states = batteries.flatMap((name) => machine.readFile(`${SUPPLIES}/${name}/status`) ?? []);
  if (states.length === 0) return undefined;
  return states.includes('Discharging') ? 'battery' : 'mains';
}

export function memory(machine: Machine): Memory {
  const [, available] = /^MemAvailable: +(\d+) kB$/m.exec(machine.readFile('/proc/meminfo') ?? '') ?? [];
  return {
    total: machine.os.total,
    available: available === undefined ? machine.os.free : 1024 * Number(available),
  };
}
