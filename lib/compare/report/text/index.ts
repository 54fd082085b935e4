import type { Analysis } from '../../analysis/comparison';
import type { RunRecord } from '../../record';
import { type Row, courseOf, isCutShort, surroundingsOf, warningsOf } from '../circumstances';
import { type Paint, plain } from '../paint';
import { formatControl, formatSentences } from '../sentence';
import { formatOutliers, inFirstView, tablesOf } from '../tables';
import { ASCII, UNICODE } from './characters';
import { toAscii } from './encode';
import { forest } from './forest';
import { sparks } from './spark';
import { textTable } from './tables';
import { warningLines } from './warnings';
import { wrap } from './wrap';

/** How the report is to look. */
export interface TextOptions {
  /** Colours, or none: `paintFor(process.stdout, process.env)`. */
  readonly paint?: Paint;
  /** Columns, 80 if absent; fewer than 80 are taken for 80, because tables need them. */
  readonly width?: number;
  /** Whether there is more than ASCII: `isUtf8(process.env)`. */
  readonly utf8?: boolean;
  /** Whether to have percentiles, counters, other views and the like. */
  readonly details?: boolean;
}

const WIDTH = 80;

/** The whole report on a run, for a terminal. */
export function formatText(record: RunRecord, analysis: Analysis, options: TextOptions = {}): string {
  const { paint = plain, utf8 = true, details = true } = options;
  const width = Math.max(options.width ?? WIDTH, WIDTH);
  const characters = utf8 ? UNICODE : ASCII;
  const comparisons = analysis.comparisons.filter((comparison) => inFirstView(record, comparison));
  const [results, ...others] = tablesOf(record, analysis, false);
  const parts = [
    wrap(record.experiment.title, width).map((line) => paint('bold', line)),
    rowLines([...surroundingsOf(record, false), ...courseOf(record, analysis)], width, paint),
    warningLines(warningsOf(record), width, paint),
    ...(comparisons.length === 0
      ? [[`Nothing to report: ${isCutShort(record) ? 'it was cut short' : 'it ended'} before a round was done.`]]
      : [
          results ? [textTable(results, width, paint)] : [],
          forest(record, comparisons, { width, paint, characters }),
          sparks(record, comparisons, { width, characters }),
          ...(details ? others.map((table) => [textTable(table, width, paint)]) : []),
          wrap(formatOutliers(record, analysis), width),
          conclusion(record, analysis, width, paint),
        ]),
  ];
  const text = parts.filter((lines) => lines.length > 0).map((lines) => `${lines.join('\n')}\n`);
  return utf8 ? text.join('\n') : toAscii(text.join('\n'));
}

const NAME = 10;

function rowLines(rows: readonly Row[], width: number, paint: Paint): string[] {
  return rows.flatMap(({ name, text, alarming }) => {
    const lines = wrap(`${name.padEnd(NAME).replaceAll(' ', '\u00a0')} ${text}`, width, NAME + 1);
    return lines.map((line) => line.replaceAll('\u00a0', ' ')).map((line) => (alarming ? paint('yellow', line) : line));
  });
}

/** What is to be remembered, last, where a terminal leaves the eye. */
function conclusion(record: RunRecord, analysis: Analysis, width: number, paint: Paint): string[] {
  const sentences = formatSentences(record, analysis).flatMap((sentence) => wrap(sentence, width));
  const control = formatControl(record, analysis);
  const cut = isCutShort(record) ? [paint('yellow', 'CUT SHORT: this is what was measured until then.')] : [];
  return [...cut, ...sentences, ...(control === undefined ? [] : wrap(control, width))];
}
