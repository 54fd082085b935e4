import {
  type Analysis,
  type RunRecord,
  type SeveralRun,
  formatCsv,
  formatHtml,
  formatMarkdown,
  formatRun,
  formatSeveralCsv,
  formatSeveralMarkdown,
} from '../../compare';
import { OutputFile } from '../output-file';
import type { CompareOptions } from './options';

const formats = {
  csv: { one: formatCsv, several: formatSeveralCsv },
  markdown: { one: formatMarkdown, several: formatSeveralMarkdown },
  html: { one: formatHtml, several: undefined },
} as const;

type Format = keyof typeof formats;

/** The files that were asked for, each tried before anything begins. */
export class Outputs {
  private readonly json;
  private readonly reports: readonly { readonly file: OutputFile; readonly format: Format }[];

  constructor(options: CompareOptions) {
    const file = (name: 'json' | Format): OutputFile | undefined =>
      options[name] === undefined ? undefined : new OutputFile(`--${name} <file>`, options[name]);
    this.json = file('json');
    this.reports = (Object.keys(formats) as Format[]).flatMap((format) => {
      const report = file(format);
      return report === undefined ? [] : [{ file: report, format }];
    });
  }

  /** Writes what was measured: first, since nothing else can be made anew. What went wrong is given back. */
  writeData(record: RunRecord): Error[] {
    return failures([() => this.json?.write(formatRun(record))]);
  }

  writeReports(record: RunRecord, analysis: Analysis): Error[] {
    return this.write((format) => formats[format].one(record, analysis));
  }

  /** The same for runs that are not of one kind, in the forms that there are for those. */
  writeSeveral(runs: readonly SeveralRun[]): Error[] {
    return this.write((format) => formats[format].several?.(runs));
  }

  private write(text: (format: Format) => string | undefined): Error[] {
    return failures(
      this.reports.map(({ file, format }) => () => {
        const report = text(format);
        if (report !== undefined) file.write(report);
      }),
    );
  }
}

/** Does all of it, even if some fails. */
function failures(tasks: readonly (() => void)[]): Error[] {
  return tasks.flatMap((task) => {
    try {
      task();
      return [];
    } catch (error) {
      return [error as Error];
    }
  });
}
