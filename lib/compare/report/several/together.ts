import type { CombinedComparison, MachineCombination } from '../../analysis';
import type { Analysis, Comparison } from '../../analysis/comparison';
import { cellKey } from '../../experiment';
import type { RunRecord } from '../../record';
import { type Fold, foldsOf } from '../fold';
import { type ReportTable, formatEstimate, headingOf, inFirstView, rowLabel } from '../tables';
import { VERDICTS, formatNumber, formatSigned, scaleOf } from '../words';
import { keyOf } from './key';

/** What machines say together, in the words of a run of an experiment that has all their cells: its shifts are the means. */
export function asAnalysis(
  analyses: readonly Analysis[],
  { cells, factors }: RunRecord['experiment'],
  { comparisons, method }: MachineCombination,
): Analysis {
  const places = new Map(cells.map(({ cell }, index) => [cellKey(cell), index]));
  const own = new Map<string, Comparison>();
  for (const comparison of analyses.flatMap((analysis) => analysis.comparisons)) {
    const key = keyOf(comparison);
    if (!own.has(key)) own.set(key, { ...comparison, index: places.get(cellKey(comparison.cell))! });
  }
  const means = comparisons.map((each) => withShift(own.get(keyOf(each))!, each));
  return { ...analyses[0]!, method, comparisons: foldsOf(means, factors).flatMap(inOrder) };
}

/** What the first run lacks comes in between, where its level belongs. */
function inOrder({ factor, comparisons }: Fold): readonly Comparison[] {
  if (factor === undefined) return comparisons;
  const placeOf = ({ cell }: Comparison): number => factor.levels.indexOf(cell[factor.name]!);
  return [...comparisons].sort((one, other) => placeOf(one) - placeOf(other));
}

function withShift(
  comparison: Comparison,
  { shift, percent, floor, band, p, adjusted, verdict }: CombinedComparison,
): Comparison {
  return { ...comparison, shift, percent, floor, band, p, adjusted, verdict };
}

/** The means over machines, of which `means` is what `asAnalysis` gives. */
export function togetherTable(record: RunRecord, means: Analysis, together: MachineCombination): ReportTable {
  const { confidence, method } = together;
  const whole = means.comparisons.filter((comparison) => inFirstView(record, comparison));
  const everywhere = together.comparisons.every(({ machines }) => machines.length === together.machines);
  const scatter = new Map(together.comparisons.map((each) => [keyOf(each), each]));
  return {
    id: 'together',
    title: `${together.machines} machines together`,
    about:
      `The mean over machines like these, with its ${confidence} % interval. ${method} τ is the standard deviation from ` +
      `machine to machine, I² how much of the scatter between them that is, in %.` +
      (everywhere ? '' : ' n is how many of the machines a mean is over.'),
    aligns: ['left', 'left', 'right', 'right', 'right', 'right', ...(everywhere ? [] : (['right'] as const)), 'left'],
    sections: foldsOf(whole, record.experiment.factors).map((fold) => {
      const all = fold.comparisons.map((comparison) => {
        return { comparison, of: scatter.get(keyOf(comparison))! };
      });
      const scale = scaleOf(
        record.experiment.quantity.unit,
        all.map(({ comparison }) => comparison.shift.value),
      );
      return {
        title: `${headingOf(fold, record)}, in ${scale.unit}`,
        head: [
          fold.factor?.title ?? '',
          `mean [${confidence} %]`,
          '%',
          'A/A',
          'τ',
          'I²',
          ...(everywhere ? [] : ['n']),
          'verdict',
        ],
        rows: all.map(({ comparison, of }) => ({
          cells: [
            rowLabel(comparison, fold),
            formatEstimate(comparison.shift, scale),
            formatSigned(comparison.percent?.value ?? NaN),
            formatNumber((comparison.floor ?? NaN) / scale.per),
            formatNumber(of.tau / scale.per),
            formatNumber(of.i2),
            ...(everywhere ? [] : [String(of.machines.length)]),
            comparison.verdict ? VERDICTS[comparison.verdict] : '',
          ],
          ...(comparison.verdict ? { verdict: comparison.verdict } : {}),
        })),
      };
    }),
  };
}
