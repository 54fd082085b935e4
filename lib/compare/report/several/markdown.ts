import { escaped } from '../markdown/escape';
import { markdownTable } from '../markdown/table';
import { markdownWarnings } from '../markdown/warnings';
import { type SeveralRun, partsOf } from './parts';

/** The report on runs that are not of one kind, in Markdown. */
export function formatSeveralMarkdown(runs: readonly SeveralRun[]): string {
  const { title, runs: described, warnings, tables, conclusion } = partsOf(runs);
  const parts = [
    `# ${escaped(title)}`,
    described.map((text, place) => `${place + 1}. ${escaped(text)}`).join('\n'),
    ...(conclusion === undefined
      ? []
      : [escaped(conclusion.over), conclusion.sentences.map((sentence) => `- ${escaped(sentence)}`).join('\n')]),
    ...tables.map(markdownTable),
    ...markdownWarnings(warnings),
  ];
  return `${parts.join('\n\n')}\n`;
}
