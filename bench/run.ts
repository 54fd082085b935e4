// npm run bench: sockcall against C, fs, koffi and python3, in one run. See README.md here.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildBaselines, buildContenders } from './build';
import { describeMachine } from './machine';
import { type Options, USAGE, parseOptions } from './options';
import { runRounds } from './schedule';
import { allSuites } from './suite';
import type { Suite } from './suite/suite';
import { renderSuite } from './table';
import { Unmet } from './unmet';
import { verdicts } from './verdict';

async function main(): Promise<number> {
  let options: Options;
  let suites: Suite[];
  try {
    options = parseOptions(process.argv.slice(2));
    suites = chosenSuites(options);
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${USAGE}`);
    return 2;
  }
  if (options.help) {
    console.log(USAGE);
    return 0;
  }
  try {
    await bench(options, suites);
    return 0;
  } catch (error) {
    if (!(error instanceof Unmet)) throw error;
    console.error(error.message);
    return 1;
  }
}

function chosenSuites(options: Options): Suite[] {
  const all = allSuites(options);
  if (options.suites.length === 0) return all;
  return options.suites.map((name) => {
    const suite = all.find((candidate) => candidate.name === name);
    if (!suite) throw new Error(`there is no suite '${name}', but ${all.map((other) => other.name).join(', ')}`);
    return suite;
  });
}

async function bench(options: Options, suites: readonly Suite[]): Promise<void> {
  if (!existsSync(join(__dirname, '..', 'dist', 'index.js')))
    throw new Unmet('there is no dist/: npm run build:ts first');
  buildBaselines();
  buildContenders();
  console.log(describeMachine());
  console.log(
    `${options.rounds} rounds, each with every contender once, in random order and in a fresh process. Medians over the rounds; ` +
      `differences\nand ratios are of the same round's first contender; an interval holds the true median with 95 % confidence` +
      `${options.rounds < 6 ? ' or, with so few rounds, less' : ''}.\n`,
  );
  const results: string[] = [];
  for (const suite of suites) {
    const samples = await runRounds(suite.contenders, options.rounds * (suite.times ?? 1));
    console.log(`${renderSuite(suite, samples)}\n`);
    results.push(...verdicts(suite, samples));
  }
  console.log(['targets', ...results.map((line) => `  ${line}`)].join('\n'));
}

void main().then((code) => {
  process.exitCode = code;
});
