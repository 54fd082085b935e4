import type { Experiment } from '../experiment';
import { openCounters } from './counter';
import { type PartialCallOptions, armsOf, checkCallOptions } from './check';
import { CallBench, ELAPSED } from './bench';
import { cellsOf, omissionsOf } from './cells';
import type { CallCell, CallOptions } from './conditions';
import { factorsOf } from './factors';

/**
 * Makes the main experiment: what do calls that move a message cost, compared with each other?
 * @param given see `checkCallOptions`; what is absent has its default.
 * @throws {TypeError} or {RangeError} as `checkCallOptions` does, and if nothing is left to be measured.
 */
export function callExperiment(given: PartialCallOptions = {}): Experiment {
  const options = checkCallOptions(given);
  const cells = cellsOf(options);
  if (cells.length === 0) throw new RangeError(`There is nothing to measure. ${omissionsOf(options).join(' ')}`);
  const { modes, arms } = options;
  const extraViews = viewsOf(options);
  return {
    name: 'calls',
    title: modes.every((mode) => mode === 'call') ? 'What does a call cost?' : 'What does it cost to move a message?',
    quantity: {
      name: 'time',
      unit: 'ns',
      better: 'less',
      verb: 'costs',
      // A program of a million calls a second spends a thousandth of its time for each nanosecond; half a percent is what
      // a mere relinking of the kernel or of this program moves a level by. Nobody should choose a call by less than either.
      band: { absolute: 1, percent: 0.5 },
    },
    factors: factorsOf(cells),
    cells,
    armTitles: Object.fromEntries(arms.map(({ name, steps }) => [name, titleOf(name, steps[0]!.call)])),
    contest: (cell) => {
      const [baseline, ...candidates] = armsOf(arms, (cell as CallCell).direction).map(({ name }) => name);
      return { baseline: baseline!, candidates };
    },
    views: (cell) => {
      const { mode } = cell as CallCell;
      if (mode === 'throughput' || mode === 'fixed-rate') return [ELAPSED];
      return mode === 'call' || mode === 'eagain' ? ['native', ...extraViews] : ['native'];
    },
    calls: (cell) => callsOf(cell as CallCell, options),
    open: () => CallBench.open(options, cells),
    settings: settingsOf(options),
  };
}

/** `send()`, and `send(MSG_NOSIGNAL)`; a name of the user's own stays as it is. */
function titleOf(name: string, call: string): string {
  const [, flags] = new RegExp(`^${call}(?: (MSG_\\w+))?$`).exec(name) ?? [];
  if (flags !== undefined) return `${call}(${flags})`;
  return name === call ? `${call}()` : name;
}

/** Whether instructions can be counted has to be tried; without them, counters do not tell why a call costs more. */
function viewsOf({ javascript, counters }: CallOptions): string[] {
  const views = javascript ? ['javascript'] : [];
  if (!counters) return views;
  const opened = openCounters().counters;
  opened?.close();
  return opened?.names.includes('instructions') ? [...views, 'counters'] : views;
}

/** To tell a peer what to do takes as long as tens of exchanges, so blocks with one are longer than by time alone. */
const ROUND_TRIPS = 200;
const MESSAGES = 2000;
const MESSAGE_BYTES = 8 * 1024 * 1024;
/** Of a fixed rate: as long as this, and with some requests at least. */
const RATE_SECONDS = 0.05;
const LEAST_REQUESTS = 20;

function callsOf({ mode, size }: CallCell, { rate }: CallOptions): number | undefined {
  switch (mode) {
    case 'call':
    case 'eagain':
      return undefined;
    case 'ping-pong':
      return ROUND_TRIPS;
    case 'throughput':
      return Math.max(ROUND_TRIPS, Math.min(MESSAGES, Math.floor(MESSAGE_BYTES / size)));
    case 'fixed-rate':
      return Math.max(LEAST_REQUESTS, Math.round(rate * RATE_SECONDS));
  }
}

/** What holds for the whole run. Arms of one name with different steps are not the same. */
function settingsOf({ arms, peer, cpus, socket, rate, clock, modes }: CallOptions): Readonly<Record<string, unknown>> {
  const shared = modes.some((mode) => mode !== 'call' && mode !== 'eagain');
  return {
    socket,
    clock,
    arms: Object.fromEntries(arms.map(({ name, steps }) => [name, steps])),
    pinned: cpus === null ? 'no' : cpus[0] === cpus[1] ? 'to the same processor' : 'to different processors',
    ...(shared ? { peer } : {}),
    ...(modes.includes('fixed-rate') ? { rate } : {}),
  };
}
