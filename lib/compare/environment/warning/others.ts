import type { Busy } from '../environment';
import type { Check } from './warning';

/** Below, it is the noise of any machine: timers, the terminal, one's own end of a connection. */
const BUSY_CPUS = 0.15;
/** Where nothing can be sampled, the load average has to do. */
const LOADAVG_PER_CPU = 0.5;
const STEAL_PERCENT = 0.5;
const MEMORY_PRESSURE = 1;
const MEMORY_LEFT = 0.05;

export const load: Check = ({ busy, cpus, loadavg }) => {
  const remedy = 'Stop what runs beside it, or wait until that is done, and measure again.';
  if (busy !== undefined) {
    const own = busy.cpus - busy.steal;
    return own < BUSY_CPUS
      ? undefined
      : { what: `Others keep ${count(own)} of ${cpus} processors busy${names(busy)}.`, remedy };
  }
  const [last = 0] = loadavg;
  return last < LOADAVG_PER_CPU * cpus
    ? undefined
    : { what: `The load was ${last.toFixed(1)} over the last minute, on ${cpus} processors.`, remedy };
};

function count(cpus: number): string {
  return cpus.toFixed(cpus < 10 ? 1 : 0);
}

function names({ processes }: Busy): string {
  const worth = processes.filter(({ cpus }) => cpus >= BUSY_CPUS / 2).slice(0, 3);
  return worth.length === 0 ? '' : ` (${worth.map(({ name, cpus }) => `${name} ${count(cpus)}`).join(', ')})`;
}

export const memory: Check = ({ busy, memory: { available, total } }) => {
  const waiting = busy?.pressure?.['memory'] ?? 0;
  const short = available < MEMORY_LEFT * total;
  if (waiting < MEMORY_PRESSURE && !short) return undefined;
  const left = `${Math.round(available / 2 ** 20)} MiB of ${Math.round(total / 2 ** 20)} MiB are left`;
  return {
    what:
      waiting < MEMORY_PRESSURE
        ? `Memory is short: ${left}.`
        : `Memory is short: something waited for it in ${waiting.toFixed(0)} % of the last 10 s; ${left}.`,
    remedy: 'Stop what takes it, lest the kernel swaps while it is measured.',
  };
};

export const virtualMachine: Check = ({ virtual, busy }) => {
  if (virtual === undefined) return undefined;
  const name = virtual.detected ?? virtual.product;
  const now = busy === undefined ? undefined : (100 * busy.steal) / Math.max(busy.cpus, busy.steal, 1);
  const figures = [
    ...(now === undefined || now < STEAL_PERCENT ? [] : [`${now.toFixed(0)} % of the time just now`]),
    ...(virtual.stealPercent === undefined ? [] : [`${virtual.stealPercent.toFixed(2)} % since it was started`]),
  ];
  const stolen = figures.length === 0 ? '' : ` (steal time: ${figures.join(', ')})`;
  return {
    what: `This is a virtual machine${name === undefined ? '' : ` (${name})`}: its host can take the processors away${stolen}, and levels depend on the host.`,
    remedy: 'Trust differences more than levels, repeat the run at other times, or take a machine of your own.',
  };
};

export const quota: Check = ({ process: { quota } }) =>
  quota === undefined
    ? undefined
    : {
        what: `The control group may use ${quota.toFixed(2)} processors, and is stopped when it has: in the middle of a call.`,
        remedy:
          'Raise the limit (docker run --cpus, CPUQuota=, resources.limits.cpu), or run it outside of the container.',
      };

export const priority: Check = ({ process: { nice } }) =>
  nice === undefined || nice <= 0
    ? undefined
    : {
        what: `This process gives way to others (nice ${nice}).`,
        remedy: 'Start it without nice.',
      };
