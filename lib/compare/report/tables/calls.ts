import type { Analysis } from '../../analysis/comparison';
import type { RunRecord } from '../../record';
import { formatCount } from '../words';
import { levelsIn } from './levels';
import type { ReportTable } from './table';

/** The arms with short or failed calls; undefined if there was no such call. */
export function callTable(record: RunRecord, analysis: Analysis): ReportTable | undefined {
  const levels = levelsIn(record, analysis).filter(({ level }) => level.short + level.failed > 0);
  if (levels.length === 0) return undefined;
  return {
    id: 'calls',
    title: 'Short and failed calls',
    about: 'Counted as they came, never tried again; short calls are in all figures.',
    aligns: ['left', 'left', 'right', 'right', 'right'],
    sections: [
      {
        title: '',
        head: ['where', 'arm', 'calls', 'short', 'failed'],
        rows: levels.map(({ label, level, view }) => ({
          cells: [
            label || view,
            level.arm,
            formatCount(level.calls),
            formatCount(level.short),
            formatCount(level.failed),
          ],
        })),
      },
    ],
  };
}
