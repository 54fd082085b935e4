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
import { OutputFile, identityOf } from '../output-file';
import { UsageError } from '../usage-error';
import type { CompareOptions } from './options';

const formats = {
  csv: { one: formatCsv, several: formatSeveralCsv },
  markdown: { one: formatMarkdown, several: formatSeveralMarkdown },
  html: { one: formatHtml, several: undefined },
} as const;

type Format = keyof typeof formats;

/** The files that were asked for, each tried before anything begins. */
export class Outputs {
  private readonly files: OutputFile[] = [];
  private readonly json;
  private readonly reports: readonly { readonly file: OutputFile; readonly format: Format }[];

  constructor(options: CompareOptions) {
    const loaded = (options.load ?? []).map(identityOf);
    try {
      this.json = this.add('json', options, loaded);
      this.reports = (Object.keys(formats) as Format[]).flatMap((format) => {
        const file = this.add(format, options, loaded);
        return file === undefined ? [] : [{ file, format }];
      });
    } catch (error) {
      this.close();
      throw error;
    }
  }

  /** Leaves no file behind to which nothing was written. */
  close(): void {
    for (const file of this.files) file.discard();
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

  /** One file can hold one of them, and what was loaded must not be lost for a report of it. */
  private add(
    name: 'json' | Format,
    options: CompareOptions,
    loaded: readonly (string | undefined)[],
  ): OutputFile | undefined {
    const path = options[name];
    if (path === undefined) return undefined;
    const file = new OutputFile(`--${name} <file>`, path);
    this.files.push(file);
    const { option, identity } = file;
    if (identity === undefined) return file;
    const other = this.files.find((each) => each !== file && each.identity === identity);
    if (other !== undefined)
      throw new UsageError(`options '${other.option}' and '${option}' have the same file: ${path}`);
    if (loaded.includes(identity)) throw new UsageError(`option '${option}': ${path} is loaded, and would be lost`);
    return file;
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
