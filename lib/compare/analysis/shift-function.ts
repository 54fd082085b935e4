import { quantileSorted } from 'simple-statistics';
import type { RunRecord } from '../record';
import { type Units, estimateOf, scatterError, sorted, unitsOf } from '../statistics';
import { BlockTable, type Place } from './block-table';
import type { Estimate } from './comparison';
import { type Pair, pairsOf } from './pairs';

export const DECILES: readonly number[] = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];

/** By how much the candidate's quantile is above the baseline's. */
export interface QuantileShift {
  readonly share: number;
  readonly difference: Estimate;
}

/**
 * The shift function of blocks: the difference of the two arms' quantiles, at each share. Equal at all shares, it says that
 * the candidate takes more always; larger to the right, that it does so when things go slowly.
 *
 * The quantiles are those within a process, of which the mean over processes is taken; the intervals are Student's over
 * processes, each interval for itself. With one process there are none. Empty if there are too few rounds.
 *
 * @see R. R. Wilcox and D. M. Erceg-Hurn, Comparing two dependent groups via quantiles, Journal of Applied Statistics 39 (2012)
 */
export function shiftFunction(
  record: Pick<RunRecord, 'experiment' | 'blocks'>,
  { cell, view, candidate }: Place & { readonly candidate: string },
  shares = DECILES,
): QuantileShift[] {
  const { contest } = record.experiment.cells[cell]!;
  const blocks = record.blocks.filter((block) => block.cell === cell && block.view === view);
  const table = new BlockTable(blocks);
  const place = { cell, view };
  const pairs = pairsOf(table.of(place, contest.baseline), table.of(place, candidate));
  const drawn = unitsOf(pairs);
  if (drawn === undefined) return [];
  return shares.map((share) => ({ share, difference: differenceAt(share, drawn) }));
}

function differenceAt(share: number, { kind, units, effective }: Units<Pair>): Estimate {
  if (kind === 'stretch') return { value: differenceIn(units.flat(), share), interval: undefined };
  const found = units.map((pairs) => ({ value: differenceIn(pairs, share), weight: pairs.length }));
  const rounds = found.reduce((sum, { weight }) => sum + weight, 0);
  const value = found.reduce((sum, one) => sum + one.value * (one.weight / rounds), 0);
  return estimateOf(value, scatterError(found, value), effective - 1);
}

function differenceIn(pairs: readonly Pair[], share: number): number {
  const quantile = (of: (pair: Pair) => number): number => quantileSorted([...sorted(pairs.map(of))], share);
  return quantile(({ other }) => other) - quantile(({ baseline }) => baseline);
}
