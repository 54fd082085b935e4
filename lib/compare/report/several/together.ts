import type { CombinedComparison, MachineCombination } from '../../analysis';
import type { Analysis, Comparison } from '../../analysis/comparison';
import type { RunRecord } from '../../record';
import { foldsOf } from '../fold';
import { type ReportTable, formatEstimate, headingOf, inFirstView, rowLabel } from '../tables';
import { VERDICTS, formatNumber, formatSigned, scaleOf } from '../words';
import { keyOf } from './key';

/** What machines say together, in the words of one run: its shifts are the means over them. */
export function asAnalysis(analysis: Analysis, { comparisons, method }: MachineCombination): Analysis {
  const combined = new Map(comparisons.map((each) => [keyOf(each), each]));
  return {
    ...analysis,
    method,
    comparisons: analysis.comparisons.flatMap((comparison) => {
      const found = combined.get(keyOf(comparison));
      return found === undefined ? [] : [withShift(comparison, found)];
    }),
  };
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
  const scatter = new Map(together.comparisons.map((each) => [keyOf(each), each]));
  return {
    id: 'together',
    title: `${together.machines} machines together`,
    about:
      `The mean over machines like these, with its ${confidence} % interval. ${method} τ is the standard deviation from ` +
      `machine to machine, I² how much of the scatter between them that is, in %.`,
    aligns: ['left', 'left', 'right', 'right', 'right', 'right', 'left'],
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
        head: [fold.factor?.title ?? '', `mean [${confidence} %]`, '%', 'A/A', 'τ', 'I²', 'verdict'],
        rows: all.map(({ comparison, of }) => ({
          cells: [
            rowLabel(comparison, fold),
            formatEstimate(comparison.shift, scale),
            formatSigned(comparison.percent?.value ?? NaN),
            formatNumber((comparison.floor ?? NaN) / scale.per),
            formatNumber(of.tau / scale.per),
            formatNumber(of.i2),
            comparison.verdict ? VERDICTS[comparison.verdict] : '',
          ],
          ...(comparison.verdict ? { verdict: comparison.verdict } : {}),
        })),
      };
    }),
  };
}
