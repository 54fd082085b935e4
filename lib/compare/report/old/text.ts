import { type Analysis, analyse } from '../../analyse';
import type { Environment } from '../../environment';
import type { Run } from '../../run';
import { CONFIDENCE } from '../../statistics';
import { formatCircumstances } from './circumstances';
import { type Paint, plain } from '../paint';
import { formatSentences } from './sentence';
import { formatTable } from './table';

const LEGEND = `Times are medians, in ns a call. A difference is the median of the rounds'
paired differences, with its ${CONFIDENCE} % interval (percentile bootstrap over rounds).
A/A is how far from 0 the first call may come out against itself; "none": no
difference beyond that was shown. The intervals speak for this run; another run
may differ by a few ns more.`;

/** The whole report on a run, for people. */
export function formatReport(run: Run, environment: Environment, paint: Paint = plain): string {
  if (run.rounds === 0) return 'Nothing to report: it was cut short before the first round was done.\n';
  const analysis: Analysis = analyse(run);
  const parts = [
    formatCircumstances(run, analysis.clockNs, environment),
    formatTable(analysis.comparisons, paint),
    paint('dim', LEGEND),
    formatSentences(analysis.comparisons).map(wrap).join('\n'),
  ];
  return `${parts.join('\n\n')}\n`;
}

const WIDTH = 80;

/** Breaks a sentence between words. */
function wrap(sentence: string): string {
  const lines: string[] = [];
  let line = '';
  for (const word of sentence.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = `  ${word}`;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line].join('\n');
}
