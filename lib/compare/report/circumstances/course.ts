import type { Analysis } from '../../analysis/comparison';
import type { End, RunRecord } from '../../record';
import { armTitle } from '../sentence';
import {
  formatCount,
  formatDuration,
  formatLevel,
  formatList,
  formatNumber,
  labelOf,
  plural,
  scaleOf,
  titleOf,
} from '../words';
import type { Row } from './row';

/** How a run was made, and how it went. */
export function courseOf(record: RunRecord, analysis: Analysis): Row[] {
  return [
    measuredRow(record),
    ...fixedRow(record),
    sizeRow(record),
    ...warmUpRow(record),
    ...failureRows(record),
    ...overheadRow(record, analysis),
    { name: 'statistics', text: analysis.method },
    callsRow(record),
    { name: 'seed', text: String(record.plan.seed) },
    endRow(record),
    ...noteRows(record),
  ];
}

function measuredRow({ experiment }: RunRecord): Row {
  const { name, unit, better } = experiment.quantity;
  const contests = experiment.cells.map(({ contest }) => {
    const others = contest.candidates.map((arm) => armTitle(experiment, arm));
    return `${formatList(others)} against ${armTitle(experiment, contest.baseline)}`;
  });
  return { name: 'measured', text: `${name}, in ${unit}, ${better} is better: ${[...new Set(contests)].join('; ')}` };
}

/** The factors that were not varied: they are in no table. */
function fixedRow({ experiment }: RunRecord): Row[] {
  const fixed = experiment.factors.filter(({ levels }) => levels.length === 1);
  if (fixed.length === 0) return [];
  const text = fixed.map((factor) => `${factor.title} ${titleOf(factor, factor.levels[0])}`).join(', ');
  return [{ name: 'everywhere', text }];
}

function sizeRow({ processes, blocks, elapsedMs }: RunRecord): Row {
  const rounds = processes.map((process) => process.rounds);
  const all = rounds.reduce((sum, count) => sum + count, 0);
  const each = rounds.length > 1 ? `, ${extent(rounds)} in each` : '';
  return {
    name: 'run',
    text:
      `${plural(processes.length, 'process', 'processes')}, ${formatCount(all)} ${all === 1 ? 'round' : 'rounds'}${each}, ` +
      `${formatCount(blocks.length)} blocks of ${extent(blocks.map(({ calls }) => calls))} calls, ` +
      `in ${formatDuration(elapsedMs)}`,
  };
}

/** `12`, or `10 to 12`. */
function extent(counts: readonly number[]): string {
  let [low, high] = [Infinity, 0];
  for (const count of counts) [low, high] = [Math.min(low, count), Math.max(high, count)];
  if (counts.length === 0) return '0';
  return low === high ? formatCount(low) : `${formatCount(low)} to ${formatCount(high)}`;
}

function warmUpRow({ experiment, processes }: RunRecord): Row[] {
  if (processes.length === 0) return [];
  const took = formatDuration(processes.reduce((sum, { warmUp }) => sum + warmUp.ms, 0));
  const restless = processes.filter(({ warmUp }) => !warmUp.steady);
  if (restless.length === 0)
    return [{ name: 'warm-up', text: `steady after ${took}${processes.length > 1 ? ' in all' : ''}` }];
  const cells = [...new Set(restless.flatMap(({ warmUp }) => warmUp.unsteady))]
    .flatMap((index) => experiment.cells[index] ?? [])
    .map(({ cell }) => labelOf(experiment.factors, cell))
    .filter((label) => label !== '');
  const which = cells.length === 0 ? '' : ` (${listSome(cells)})`;
  const text = `NOT STEADY after ${took} in ${restless.length} of ${plural(processes.length, 'process', 'processes')}${which}`;
  return [
    {
      name: 'warm-up',
      text: `${text}: levels may still drift, while differences are measured side by side`,
      alarming: true,
    },
  ];
}

const SOME = 3;

function listSome(items: readonly string[]): string {
  const rest = items.length - SOME;
  return rest > 0 ? `${items.slice(0, SOME).join('; ')}; and ${rest} more` : items.join('; ');
}

/** Each process has its own notes; of those that differ in their figures alone, one is enough. */
function noteRows({ notes }: RunRecord): Row[] {
  const alike = new Map<string, string[]>();
  for (const note of notes) {
    const key = note.replace(/\d+(\.\d+)?/g, '#');
    alike.set(key, [...(alike.get(key) ?? []), note]);
  }
  return [...alike.values()].map(([first, ...others]) => ({
    name: 'note',
    text: others.length === 0 ? first! : `${first!} (And ${others.length} more, with other figures.)`,
  }));
}

function failureRows({ processes }: RunRecord): Row[] {
  return processes.flatMap(({ index, failure }) =>
    failure === undefined || failure === null
      ? []
      : [{ name: `process ${index + 1}`, text: `FAILED: ${failure}`, alarming: true }],
  );
}

function overheadRow({ experiment }: RunRecord, { overhead }: Analysis): Row[] {
  const costs = Object.entries(overhead).filter(([, cost]) => Number.isFinite(cost) && cost !== 0);
  if (costs.length === 0) return [];
  const parts = costs.map(([view, cost]) => {
    const { unit, per } = scaleOf(experiment.quantity.unit, [cost]);
    return `${formatNumber(cost / per)} ${unit}${costs.length > 1 ? ` (${view})` : ''}`;
  });
  return [{ name: 'clock', text: `measuring adds ${formatList(parts)} to each value, subtracted from all levels` }];
}

function callsRow({ blocks }: RunRecord): Row {
  const calls = blocks.reduce((sum, block) => sum + block.calls, 0);
  const short = blocks.reduce((sum, block) => sum + block.short, 0);
  const failed = blocks.reduce((sum, block) => sum + block.failed, 0);
  const all = `${formatCount(calls)} calls`;
  if (short + failed === 0) return { name: 'calls', text: `${all}; none was short, none failed` };
  return {
    name: 'calls',
    text: `${all}; ${formatCount(short)} SHORT and ${formatCount(failed)} FAILED, counted, never tried again`,
    alarming: true,
  };
}

const SHORTENED: ReadonlySet<End> = new Set(['interrupted', 'failed']);

/** Whether a run was ended before it was done. */
export function isCutShort({ end }: RunRecord): boolean {
  return SHORTENED.has(end);
}

function endRow(record: RunRecord): Row {
  return { name: 'end', text: endText(record), ...(isCutShort(record) ? { alarming: true } : {}) };
}

function endText({ end, plan, failure, experiment }: RunRecord): string {
  switch (end) {
    case 'width':
      return `by the estimate that ends a run, every interval was as narrow as asked for (${formatNumber(plan.width ?? NaN)} ${experiment.quantity.unit})`;
    case 'budget':
      return plan.budgetMs === null ? 'the time was up' : `the time was up (${formatDuration(plan.budgetMs)})`;
    case 'rounds':
      return plan.rounds === null
        ? 'all rounds were made'
        : `all ${plural(plan.rounds, 'round')} of each process were made`;
    case 'interrupted':
      return 'CUT SHORT: it was interrupted before it was done';
    case 'failed':
      return `CUT SHORT: ${failure ?? 'it failed'}`;
  }
}

/** The run's settings, flat. */
export function settingsOf({ experiment }: RunRecord): Row[] {
  return flat(experiment.settings);
}

/** All factors with their levels. */
export function factorRows({ experiment }: RunRecord): Row[] {
  return experiment.factors.map((factor) => ({
    name: factor.title,
    text: factor.levels.map((level) => formatLevel(factor, level)).join(', '),
  }));
}

/** Plain data as rows: `socket.nodelay`, `yes`. */
export function flat(data: unknown, path = ''): Row[] {
  if (data === undefined) return [];
  if (Array.isArray(data) && data.every((entry) => typeof entry !== 'object' || entry === null)) {
    return [{ name: path, text: data.length === 0 ? 'none' : data.map(plainText).join(', ') }];
  }
  if (typeof data === 'object' && data !== null) {
    return Object.entries(data).flatMap(([name, value]) => flat(value, path === '' ? name : `${path}.${name}`));
  }
  return [{ name: path, text: plainText(data) }];
}

function plainText(value: unknown): string {
  if (value === null) return '–';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'number' || typeof value === 'string' ? String(value) : JSON.stringify(value);
}
