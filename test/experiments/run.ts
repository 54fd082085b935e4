import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Analysis, type RunRecord, analyse, parseRun } from 'sockcall/compare';

const EXPERIMENTS = join(__dirname, '..', '..', 'experiments');
const DEADLINE_MS = 90_000;

/** What a run of an experiment printed, and what it stored. */
export interface Outcome {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

/** Runs a program of an experiment; it is killed if it has not ended after a while. */
export function program(name: string, ...args: string[]): Promise<Outcome> {
  const child = spawn(process.execPath, ['-r', 'ts-node/register', join(EXPERIMENTS, name), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: DEADLINE_MS,
    env: { ...process.env, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' },
  });
  let [output, errors] = ['', ''];
  child.stdout.on('data', (data) => (output += String(data)));
  child.stderr.on('data', (data) => (errors += String(data)));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output, errors }));
  });
}

export interface Measured {
  readonly output: string;
  /** What is printed after the word "Conclusion", its lines joined. */
  readonly conclusion: string;
  readonly record: RunRecord;
  readonly analysis: Analysis;
  /** The report as a page, and what was found as a figure. */
  readonly html: string;
  readonly svg: string;
}

/** Makes a short run of an experiment, and reads what it has stored. */
export async function measure(name: string, ...args: string[]): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'sockcall-'));
  try {
    const [json, html, svg] = ['run.json', 'run.html', 'run.svg'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    const { code, output, errors } = await program(
      `${name}/main.ts`,
      ...args,
      '--json',
      json,
      '--html',
      html,
      '--figure',
      svg,
    );
    if (code !== 0) throw new Error(`ended with ${code}: ${errors}`);
    const record = parseRun(readFileSync(json, 'utf8'), json);
    const conclusion = output.replace(/^.*\nConclusion\n/s, '').replace(/\s+/g, ' ');
    return {
      output,
      conclusion,
      record,
      analysis: analyse(record),
      html: readFileSync(html, 'utf8'),
      svg: readFileSync(svg, 'utf8'),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
