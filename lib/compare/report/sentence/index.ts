import type { Analysis, Comparison, Verdict } from '../../analysis/comparison';
import type { RunRecord } from '../../record';
import { type Fold, foldsOf } from '../fold';
import { capitalised, formatRange, scaleOf } from '../words';
import { clauseOf } from './clause';
import { levelsOf, placeOf } from './place';

const ORDER: readonly Verdict[] = ['more', 'less', 'negligible', 'none', 'too few'];

/** What a run says, in plain sentences from its own numbers: one for two arms, over all the sizes that it agrees on. */
export function formatSentences({ experiment }: RunRecord, analysis: Analysis): string[] {
  const judged = analysis.comparisons.filter(({ verdict }) => verdict !== undefined);
  return foldsOf(judged, experiment.factors).map((fold) => sentenceOf(fold, experiment, analysis.confidence));
}

function sentenceOf(fold: Fold, experiment: RunRecord['experiment'], confidence: number): string {
  const { baseline, candidate } = fold.comparisons[0]!;
  const parts = ORDER.map((verdict) => ({ verdict, comparisons: withVerdict(fold, verdict) })).filter(
    ({ comparisons }) => comparisons.length > 0,
  );
  const single = parts.length === 1;
  const place = [placeOf(fold, experiment.factors), single ? levelsOf(fold.comparisons, fold) : ''];
  const where = place.filter((text) => text !== '').join(' ');
  const clauses = parts.map(({ verdict, comparisons }) =>
    clauseOf({
      comparisons,
      verdict,
      quantity: experiment.quantity,
      confidence,
      a: armTitle(experiment, baseline.arm),
      b: armTitle(experiment, candidate.arm),
      where: single ? '' : ` ${levelsOf(comparisons, fold)}`.trimEnd(),
    }),
  );
  return `${capitalised([where, clauses.join('; ')].filter((text) => text !== '').join(', '))}.`;
}

function withVerdict({ comparisons }: Fold, wanted: Verdict): Comparison[] {
  return comparisons.filter(({ verdict }) => verdict === wanted);
}

/** How an arm reads: `write()`. */
export function armTitle({ armTitles }: RunRecord['experiment'], arm: string): string {
  return armTitles?.[arm] ?? arm;
}

/** How far from zero the baselines came out against themselves; undefined if there was no control. */
export function formatControl({ experiment }: RunRecord, analysis: Analysis): string | undefined {
  const floors = analysis.comparisons.flatMap(({ floor }) => (Number.isFinite(floor) ? [floor!] : []));
  if (floors.length === 0) return undefined;
  const most = Math.max(...floors);
  const { unit, per } = scaleOf(experiment.quantity.unit, floors);
  const where = new Set(analysis.comparisons.map(({ index }) => index)).size > 1 ? ' in every cell' : '';
  return `Against itself the baseline came out within ${formatRange([most / per])} ${unit} of no difference${where} (A/A).`;
}
