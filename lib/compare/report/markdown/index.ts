import type { Analysis } from '../../analysis/comparison';
import type { RunRecord } from '../../record';
import { type Row, courseOf, isCutShort, surroundingsOf, warningsOf } from '../circumstances';
import { formatControl, formatSentences } from '../sentence';
import { formatOutliers, tablesOf } from '../tables';
import { escaped } from './escape';
import { markdownTable } from './table';
import { markdownWarnings } from './warnings';

/** The report for an issue or a lab report. */
export function formatMarkdown(record: RunRecord, analysis: Analysis): string {
  const control = formatControl(record, analysis);
  const sentences = [...formatSentences(record, analysis), ...(control === undefined ? [] : [control])];
  const parts = [
    `# ${escaped(record.experiment.title)}`,
    ...(isCutShort(record) ? ['**CUT SHORT: this is what was measured until then.**'] : []),
    ...(sentences.length === 0
      ? ['Nothing to report: it ended before a round was done.']
      : [sentences.map((sentence) => `- ${escaped(sentence)}`).join('\n')]),
    ...tablesOf(record, analysis, true).map(markdownTable),
    ...(sentences.length === 0 ? [] : [escaped(formatOutliers(record, analysis))]),
    `## How it was measured\n\n${rowsText(courseOf(record, analysis))}`,
    `## Where\n\n${rowsText(surroundingsOf(record, true))}`,
    ...markdownWarnings(warningsOf(record)),
  ];
  return `${parts.join('\n\n')}\n`;
}

function rowsText(rows: readonly Row[]): string {
  return rows
    .map(({ name, text, alarming }) => `- ${escaped(name)}: ${alarming ? `**${escaped(text)}**` : escaped(text)}`)
    .join('\n');
}
