import { compareRuns } from '../../analysis';
import { foldsOf } from '../fold';
import { type ReportTable, formatEstimate, headingOf, inFirstView, rowLabel } from '../tables';
import { VERDICTS, formatNumber, scaleOf } from '../words';
import type { SeveralRun } from './parts';
import { keyOf } from './key';

/** How the shifts of one run differ from those of another. */
export function differencesTable(
  [one, other]: readonly [SeveralRun, SeveralRun],
  [first, second]: readonly [number, number],
): ReportTable {
  const { record, analysis } = one;
  const differences = new Map(compareRuns(analysis, other.analysis).map((each) => [keyOf(each), each]));
  const both = analysis.comparisons.filter(
    (comparison) => inFirstView(record, comparison) && differences.has(keyOf(comparison)),
  );
  return {
    id: `differences-${second}`,
    title: `Run ${second} against run ${first}`,
    about:
      `The shifts of both runs, and how much more of it run ${second} has, with its ${analysis.confidence} % interval ` +
      `(Welch's). A/A is how far from 0 both baselines together came out against themselves.`,
    aligns: ['left', 'right', 'right', 'left', 'right', 'left'],
    sections: foldsOf(both, record.experiment.factors).map((fold) => {
      const all = fold.comparisons.map((comparison) => {
        return { comparison, of: differences.get(keyOf(comparison))! };
      });
      const values = all.flatMap(({ of }) => [of.one.value, of.other.value, of.shift.value]);
      const scale = scaleOf(record.experiment.quantity.unit, values);
      return {
        title: `${headingOf(fold, record)}, in ${scale.unit}`,
        head: [
          fold.factor?.title ?? '',
          ...[first, second].map((number) => `run ${number}`),
          `difference [${analysis.confidence} %]`,
          'A/A',
          'verdict',
        ],
        rows: all.map(({ comparison, of }) => ({
          cells: [
            rowLabel(comparison, fold),
            formatEstimate({ value: of.one.value, interval: undefined }, scale),
            formatEstimate({ value: of.other.value, interval: undefined }, scale),
            formatEstimate(of.shift, scale),
            formatNumber((of.floor ?? NaN) / scale.per),
            of.verdict ? VERDICTS[of.verdict] : '',
          ],
          ...(of.verdict ? { verdict: of.verdict } : {}),
        })),
      };
    }),
  };
}
