import { randomInt } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import {
  type Analysis,
  type ExperimentSource,
  type Plan,
  type RunRecord,
  analyse,
  formatHtml,
  formatRun,
  formatText,
  isUtf8,
  loadExperiment,
  paintFor,
  run,
  showProgress,
} from 'sockcall/compare';

const WIDTH = 80;
const INTERRUPTED = 130;

const USAGE = `Options:
  --budget SECONDS   how long it may take (30)
  --rounds N         how many rounds each process makes, instead of a budget
  --processes N      how many processes measure, one after another (3)
  --sizes A,B,…      other sizes in bytes than its own
  --seed N           for the same order of blocks as in another run
  --json FILE        store the run, with all raw data
  --html FILE        write the report as a page that needs nothing else
  --figure FILE      draw what it found, as SVG
  --details          percentiles, counts and outliers too`;

/** An experiment that can be run. */
export interface Program {
  readonly source: Omit<ExperimentSource, 'options'>;
  /** What it is about, in a line. */
  readonly about: string;
  /** What a run says of the question, in sentences. */
  readonly conclude: (record: RunRecord, analysis: Analysis) => readonly string[];
  /** What it found, as an SVG. */
  readonly draw: (record: RunRecord, analysis: Analysis) => string;
}

/** Runs an experiment as the command line says, prints what came of it, and sets the exit code. */
export async function main(program: Program): Promise<void> {
  try {
    process.exitCode = await experiment(program, optionsOf(process.argv.slice(2)));
  } catch (error) {
    console.error(`error: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}

type Name = 'budget' | 'rounds' | 'processes' | 'sizes' | 'seed' | 'json' | 'html' | 'figure';
type Options = Readonly<Partial<Record<Name, string> & Record<'details' | 'help', boolean>>>;

function optionsOf(args: string[]): Options {
  const text = { type: 'string' } as const;
  const how = { budget: text, rounds: text, processes: text, sizes: text, seed: text };
  const files = { json: text, html: text, figure: text };
  const flags = { details: { type: 'boolean' }, help: { type: 'boolean' } } as const;
  return parseArgs({ args, options: { ...how, ...files, ...flags } }).values;
}

async function experiment({ source, about, conclude, draw }: Program, options: Options): Promise<number> {
  if (options.help === true) {
    console.log(`${about}\n\n${USAGE}`);
    return 0;
  }
  const sizes = options.sizes?.split(',').map((text) => whole(text, 'sizes'));
  const record = await measure({ ...source, options: sizes === undefined ? {} : { sizes } }, planOf(options));
  const analysis = analyse(record);
  const { details = false } = options;
  const look = { paint: paintFor(process.stdout, process.env), utf8: isUtf8(process.env), details };
  console.log(formatText(record, analysis, look));
  console.log('Conclusion');
  for (const sentence of conclude(record, analysis)) console.log(wrap(sentence));
  if (options.json !== undefined) writeFileSync(options.json, formatRun(record));
  if (options.html !== undefined) writeFileSync(options.html, formatHtml(record, analysis));
  if (options.figure !== undefined) writeFileSync(options.figure, draw(record, analysis));
  if (record.failure !== undefined) throw new Error(record.failure);
  return record.end === 'interrupted' ? INTERRUPTED : 0;
}

function planOf({ budget, rounds, processes = '3', seed }: Options): Plan {
  return {
    seed: seed === undefined ? randomInt(2 ** 32) : whole(seed, 'seed'),
    budgetMs: rounds === undefined ? 1000 * whole(budget ?? '30', 'budget') : null,
    rounds: rounds === undefined ? null : whole(rounds, 'rounds'),
    processes: whole(processes, 'processes'),
    width: null,
  };
}

function whole(text: string, option: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(value))
    throw new Error(`--${option} takes whole numbers, not ${text}`);
  return value;
}

/** Measures until the plan is done, or until Ctrl-C; pressed again, it ends the process as ever. */
async function measure(source: ExperimentSource, plan: Plan): Promise<RunRecord> {
  const interrupt = new AbortController();
  const onInterrupt = (): void => interrupt.abort();
  process.once('SIGINT', onInterrupt);
  const view = showProgress(process.stderr, await loadExperiment(source));
  try {
    return await run(source, plan, { signal: interrupt.signal, onProgress: (progress) => view.update(progress) });
  } finally {
    view.stop();
    process.removeListener('SIGINT', onInterrupt);
  }
}

/** Breaks a sentence into lines, all but the first indented. */
function wrap(sentence: string): string {
  const lines = [''];
  for (const word of `- ${sentence}`.split(' ')) {
    const line = lines.at(-1)!;
    if (line !== '' && line.length + 1 + word.length > WIDTH) lines.push(`  ${word}`);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines.join('\n').replaceAll('\u00a0', ' ');
}
