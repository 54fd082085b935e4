import { mean, median } from 'simple-statistics';
import { Random } from '../random';
import type { RunRecord } from '../record';
import { CONFIDENCE, type Draw, RESAMPLES, cliffDelta, drawUnits, pOf } from '../statistics';
import { BlockTable, type Place } from './block-table';
import type { Analysis, Comparison } from './comparison';
import { judge } from './judge';
import { levelOf } from './level';
import { methodOf } from './method';
import { type Pair, pairsOf } from './pairs';
import { type Draws, type Shift, shiftOf } from './shift';
import { floorOf } from './verdict';

/** The stream of the seed that the bootstrap draws from. Schedules draw from those after it. */
const STREAM = 64;

export interface AnalyseOptions {
  /** How often the bootstrap draws. Its time grows less than in proportion. */
  readonly resamples?: number;
}

/** Makes of a run all that is reported. Equal records give equal analyses. */
export function analyse(record: RunRecord, { resamples = RESAMPLES }: AnalyseOptions = {}): Analysis {
  const { experiment, plan, blocks } = record;
  const data: Data = {
    record,
    table: new BlockTable(blocks),
    overhead: overheadOf(record),
    draws: rememberedDraws(plan.seed, resamples),
  };
  const compared = experiment.cells.flatMap(({ contest, views }, cell) =>
    contest.candidates.flatMap((candidate) =>
      views.flatMap((view, index) => compare(data, { cell, view, first: index === 0 }, candidate) ?? []),
    ),
  );
  return {
    comparisons: judge(compared.map(({ comparison }) => comparison)),
    overhead: data.overhead,
    confidence: CONFIDENCE,
    method: methodOf(
      compared.map(({ units }) => units),
      resamples,
    ),
  };
}

interface Data {
  readonly record: RunRecord;
  readonly table: BlockTable;
  readonly overhead: Readonly<Record<string, number>>;
  readonly draws: Draws;
}

interface Compared {
  readonly comparison: Comparison;
  readonly units: Shift['units'];
}

/** Undefined if the run has no round with both. */
function compare(data: Data, place: Place & { readonly first: boolean }, candidate: string): Compared | undefined {
  const { cell, contest } = data.record.experiment.cells[place.cell]!;
  const [a, again, b] = [
    data.table.of(place, contest.baseline),
    data.table.of(place, contest.baseline, true),
    data.table.of(place, candidate),
  ];
  const overhead = data.overhead[place.view] ?? 0;
  const of = (arm: string): { overhead: number; distributions: RunRecord['distributions'] } => ({
    overhead,
    distributions: data.record.distributions.filter(
      (one) => one.cell === place.cell && one.view === place.view && one.arm === arm,
    ),
  });
  const baseline = levelOf(contest.baseline, [a, again], of(contest.baseline));
  const level = levelOf(candidate, [b], of(candidate));
  const pairs = pairsOf(a, b);
  if (baseline === undefined || level === undefined || pairs.flat().length === 0) return undefined;
  const { shift, percent, units } = shiftOf(pairs, baseline.value, data.draws);
  const controls = pairsOf(a, again);
  const control =
    place.first && controls.flat().length > 0 ? shiftOf(controls, baseline.value, data.draws).shift : undefined;
  const { absolute, percent: percents } = data.record.experiment.quantity.band;
  const comparison: Comparison = {
    index: place.cell,
    cell,
    view: place.view,
    baseline,
    candidate: level,
    shift,
    percent,
    control,
    floor: control?.interval && floorOf(control.interval),
    delta: deltaOf(pairs),
    p: pOf(shift),
    adjusted: undefined,
    band: Math.max(absolute, (percents / 100) * Math.abs(baseline.value)),
    verdict: place.first ? 'none' : undefined,
  };
  return { comparison, units };
}

/** Within each process, then the mean over all rounds: so a process that is slower as a whole blurs nothing. */
function deltaOf(processes: readonly (readonly Pair[])[]): number {
  const measured = processes.filter(({ length }) => length > 0);
  return mean(
    measured.flatMap((pairs) => {
      const delta = cliffDelta(
        pairs.map(({ other }) => other),
        pairs.map(({ baseline }) => baseline),
      );
      return pairs.map(() => delta);
    }),
  );
}

function overheadOf({ processes }: RunRecord): Record<string, number> {
  const views = new Set(processes.flatMap(({ overhead }) => Object.keys(overhead)));
  return Object.fromEntries(
    [...views].flatMap((view) => {
      const figures = processes.flatMap(({ overhead }) => overhead[view] ?? []).filter(Number.isFinite);
      return figures.length === 0 ? [] : [[view, median(figures)]];
    }),
  );
}

function rememberedDraws(seed: number, resamples: number): Draws {
  const drawn = new Map<number, Draw[]>();
  return (units) => {
    let draws = drawn.get(units);
    if (draws === undefined) drawn.set(units, (draws = drawUnits(units, resamples, new Random(seed, STREAM))));
    return draws;
  };
}
