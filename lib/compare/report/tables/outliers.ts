import type { Analysis } from '../../analysis/comparison';
import type { RunRecord } from '../../record';
import { formatCount, formatNumber } from '../words';
import { levelsIn } from './levels';
import type { ReportTable } from './table';

/** From so many percent of severe outliers on, an arm is worth a line of a narrow report. */
const REMARKABLE = 1;

/** Blocks far from the others, by arm; in a narrow report only where there are many severe ones. */
export function outlierTable(record: RunRecord, analysis: Analysis, wide: boolean): ReportTable {
  const levels = levelsIn(record, analysis).filter(
    ({ level: { outliers } }) => wide || 100 * outliers.severe >= REMARKABLE * outliers.blocks,
  );
  const views = new Set(levels.map(({ view }) => view));
  return {
    id: 'outliers',
    title: 'Outliers',
    about:
      "Blocks beyond 1.5 (mild) and 3 (severe) interquartile ranges, Tukey's fences. All of them are in all figures.",
    aligns: ['left', 'left', 'right', 'right', 'right'],
    sections: [
      {
        title: '',
        head: ['where', 'arm', 'blocks', 'mild', 'severe'],
        rows: levels.map(({ label, level: { arm, outliers }, view }) => ({
          cells: [
            [label, ...(views.size > 1 ? [view] : [])].filter((text) => text !== '').join(', '),
            arm,
            formatCount(outliers.blocks),
            formatCount(outliers.mild),
            formatCount(outliers.severe),
          ],
        })),
      },
    ],
  };
}

/** The same in a sentence. */
export function formatOutliers(record: RunRecord, analysis: Analysis): string {
  const levels = levelsIn(record, analysis).map(({ level }) => level.outliers);
  const sum = (of: (outliers: (typeof levels)[number]) => number): number =>
    levels.reduce((total, outliers) => total + of(outliers), 0);
  const blocks = sum((outliers) => outliers.blocks);
  const [mild, severe] = [sum((outliers) => outliers.mild), sum((outliers) => outliers.severe)];
  if (mild + severe === 0) return `No outliers among ${formatCount(blocks)} blocks.`;
  const share = (count: number): string => `${formatNumber((100 * count) / blocks)} %`;
  return (
    `Outliers among ${formatCount(blocks)} blocks: ${formatCount(mild)} mild (${share(mild)}), ` +
    `${formatCount(severe)} severe (${share(severe)}), all of them in all figures.`
  );
}
