import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { mean, sampleStandardDeviation } from 'simple-statistics';
import { studentQuantile } from '../../../../lib/compare/statistics/student';
import type { ProcessFound } from './process';

const execute = promisify(execFile);

const CALLS = ['fcntl', 'getsockname'];
const PROCESSES = 6;
const ROUNDS = 40;
/** So sure that a suite which is run every day for years sees no false alarm. */
const CONFIDENCE = 0.999;

interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Student's interval for the mean over the processes: their memory lies elsewhere, so they are what is independent. */
function intervalOf(values: readonly number[]): Interval {
  const t = studentQuantile((1 + CONFIDENCE) / 2, values.length - 1);
  const half = (t * sampleStandardDeviation([...values])) / Math.sqrt(values.length);
  return { low: mean([...values]) - half, high: mean([...values]) + half };
}

/** No interval is narrower than what two equal arms are found to differ by. */
function widened({ low, high }: Interval, control: Interval): Interval {
  const floor = Math.max(Math.abs(control.low), Math.abs(control.high));
  return { low: low - floor, high: high + floor };
}

const holds = ({ low, high }: Interval, value: number): boolean => low <= value && value <= high;

async function measure(): Promise<ProcessFound> {
  const program = join(__dirname, 'process.ts');
  const args = ['-r', 'ts-node/register/transpile-only', program, String(ROUNDS), ...CALLS];
  const { stdout } = await execute(process.execPath, args);
  return JSON.parse(stdout) as ProcessFound;
}

describe('the truth that is known', () => {
  let processes: readonly ProcessFound[];

  before(async function () {
    this.timeout(300_000);
    const found = [];
    // Two at a time, since most of it is to compile this.
    for (let left = PROCESSES; left > 0; left -= 2) found.push(...(await Promise.all([measure(), measure()])));
    processes = found;
  });

  for (const [index, call] of CALLS.entries()) {
    it(`comes out: an arm with one more ${call}() costs more by what that costs alone, and one with two does not`, () => {
      const found = processes.map(({ extra }) => extra[index]!);
      const control = intervalOf(found.map((each) => each.control));
      // By how much an arm is wrong, in each process against the call alone in the same rounds.
      const wrong = (arm: 'once' | 'twice'): Interval => {
        return widened(intervalOf(found.map((each) => each[arm] - each.alone)), control);
      };
      const seen = JSON.stringify({ found, once: wrong('once'), twice: wrong('twice'), control }, undefined, 1);
      assert.ok(holds(wrong('once'), 0), `the extra call does not show as what it is: ${seen}`);
      assert.ok(!holds(wrong('twice'), 0), `two extra calls would pass for one: ${seen}`);
      const none = widened(intervalOf(found.map(({ once }) => once)), control);
      assert.ok(!holds(none, 0), `an extra call would pass for none: ${seen}`);
    });
  }

  for (const [index, [first, second]] of [
    ['send', 'sendto'],
    ['recv', 'recvfrom'],
  ].entries()) {
    it(`comes out: ${second}() without an address costs what ${first}() costs on TCP, being the same system call`, () => {
      const found = processes.map(({ twins }) => twins[index]!);
      const control = intervalOf(found.map((each) => each.control));
      const difference = widened(intervalOf(found.map((each) => each.difference)), control);
      assert.ok(holds(difference, 0), JSON.stringify({ found, difference, control }, undefined, 1));
    });
  }
});
