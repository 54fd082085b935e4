import { type Analysis, type RunRecord, formatCsv, formatHtml, formatMarkdown, formatRun } from '../../compare';
import { OutputFile } from '../output-file';
import type { CompareOptions } from './options';

/** The files that were asked for, each tried before anything begins. */
export class Outputs {
  private readonly json;
  private readonly reports: readonly { file: OutputFile; format: typeof formatCsv }[];

  constructor(options: CompareOptions) {
    const file = (name: 'json' | 'csv' | 'markdown' | 'html'): OutputFile | undefined =>
      options[name] === undefined ? undefined : new OutputFile(`--${name} <file>`, options[name]);
    this.json = file('json');
    const formats = { csv: formatCsv, markdown: formatMarkdown, html: formatHtml };
    this.reports = (['csv', 'markdown', 'html'] as const).flatMap((name) => {
      const report = file(name);
      return report === undefined ? [] : [{ file: report, format: formats[name] }];
    });
  }

  /** Writes what was measured: first, since nothing else can be made anew. What went wrong is given back. */
  writeData(record: RunRecord): Error[] {
    return failures([() => this.json?.write(formatRun(record))]);
  }

  writeReports(record: RunRecord, analysis: Analysis): Error[] {
    return failures(
      this.reports.map(
        ({ file, format }) =>
          () =>
            file.write(format(record, analysis)),
      ),
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
