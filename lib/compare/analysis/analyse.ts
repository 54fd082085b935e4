import { mean, median } from 'simple-statistics';
import { outOfRange } from '../../core/misuse';
import { Random } from '../random';
import type { RunRecord } from '../record';
import { CONFIDENCE, type Draw, RESAMPLES, cliffDelta, drawUnits, pOf } from '../statistics';
import { type ArmBlocks, BlockTable, type Place } from './block-table';
import type { Analysis, Comparison, Estimate, LevelOf } from './comparison';
import { judge } from './judge';
import { levelOf } from './level';
import { methodOf } from './method';
import { type Pair, pairsOf } from './pairs';
import { type Draws, type Shift, shiftOf } from './shift';
import { floorOf } from './verdict';

/** The stream of the seed that the bootstrap draws from. Schedules draw from those after it. */
const STREAM = 64;

export interface AnalyseOptions {
  /** How often the bootstrap draws, twice at least. Its time grows less than in proportion. */
  readonly resamples?: number;
}

/**
 * Makes of a run all that is reported. Equal records give equal analyses.
 *
 * @throws RangeError if `resamples` is not an integer from 2 on.
 */
export function analyse(record: RunRecord, { resamples = RESAMPLES }: AnalyseOptions = {}): Analysis {
  if (!Number.isSafeInteger(resamples) || resamples < 2) throw outOfRange('resamples', 'an integer >= 2', resamples);
  const { experiment, plan, blocks } = record;
  const data: Data = {
    record,
    table: new BlockTable(blocks),
    overhead: overheadOf(record),
    draws: rememberedDraws(plan.seed, resamples),
  };
  const compared = experiment.cells.flatMap(({ contest, views }, cell) => {
    const baselines = views.flatMap((view, index) => baselineOf(data, { cell, view }, index === 0) ?? []);
    return contest.candidates.flatMap((candidate) =>
      baselines.flatMap((baseline) => compare(data, baseline, candidate) ?? []),
    );
  });
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

/** What all candidates of a cell are held against, in one view. */
interface Baseline {
  readonly place: Place;
  /** Whether verdicts are on this view. */
  readonly first: boolean;
  readonly blocks: ArmBlocks;
  readonly level: LevelOf;
  readonly control: Estimate | undefined;
}

/** Undefined if the run has nothing of it. */
function baselineOf(data: Data, place: Place, first: boolean): Baseline | undefined {
  const { baseline } = data.record.experiment.cells[place.cell]!.contest;
  const [blocks, again] = [data.table.of(place, baseline), data.table.of(place, baseline, true)];
  const level = levelOf(baseline, [blocks, again], singleValues(data, place, baseline));
  if (level === undefined) return undefined;
  const controls = first ? pairsOf(blocks, again) : [];
  const control = controls.flat().length > 0 ? shiftOf(controls, level.value, data.draws).shift : undefined;
  return { place, first, blocks, level, control };
}

/** Undefined if the run has no round with both. */
function compare(data: Data, baseline: Baseline, candidate: string): Compared | undefined {
  const { place, first, control } = baseline;
  const { cell } = data.record.experiment.cells[place.cell]!;
  const blocks = data.table.of(place, candidate);
  const level = levelOf(candidate, [blocks], singleValues(data, place, candidate));
  const pairs = pairsOf(baseline.blocks, blocks);
  if (level === undefined || pairs.flat().length === 0) return undefined;
  const { shift, percent, units } = shiftOf(pairs, baseline.level.value, data.draws);
  const { absolute, percent: percents } = data.record.experiment.quantity.band;
  const comparison: Comparison = {
    index: place.cell,
    cell,
    view: place.view,
    baseline: baseline.level,
    candidate: level,
    shift,
    percent,
    control,
    floor: control?.interval && floorOf(control.interval),
    delta: deltaOf(pairs),
    p: pOf(shift),
    adjusted: undefined,
    band: Math.max(absolute, (percents / 100) * Math.abs(baseline.level.value)),
    verdict: first ? 'none' : undefined,
  };
  return { comparison, units };
}

function singleValues(
  { record, overhead }: Data,
  { cell, view }: Place,
  arm: string,
): { overhead: number; distributions: RunRecord['distributions'] } {
  const distributions = record.distributions.filter((one) => one.cell === cell && one.view === view && one.arm === arm);
  return { overhead: overhead[view] ?? 0, distributions };
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
