import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { baseline, buildBaselines, buildContenders } from '../../bench/build';
import { type CaseName, type Reading, cases } from '../../bench/case';
import { output } from '../../bench/child';
import { estimate } from '../../bench/estimate';
import { runRounds } from '../../bench/schedule';
import { allSuites } from '../../bench/suite';
import { Unmet } from '../../bench/unmet';

const root = join(__dirname, '..', '..');
const suites = allSuites({ rounds: 1, blocks: 2, operations: 20 });

/** Runs the bench as users do, but for the build of dist/, which npm test has made. */
function bench(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, ['-r', 'ts-node/register', join(root, 'bench', 'run.ts'), ...args], {
    cwd: root,
    encoding: 'utf8',
  });
}

describe('bench', () => {
  before(function () {
    try {
      buildBaselines();
    } catch (error) {
      if (!(error instanceof Unmet)) throw error;
      this.skip();
    }
    buildContenders();
  });

  describe('the C baselines', () => {
    for (const name of Object.keys(cases) as CaseName[]) {
      for (const after of [[], ['threaded']]) {
        it(`${[name, ...after].join(', ')}: makes its calls and prints a number for each block`, () => {
          const reading = JSON.parse(output(baseline(name), ['10', '3', ...after])) as Reading;
          assert.equal(reading.nanoseconds.length, 3);
          assert.ok(reading.nanoseconds.every((value) => value > 0));
          assert.equal(reading.seen, 30 * cases[name].seen);
        });
      }
    }
  });

  // A sample is refused if the contender has not seen the bytes, or the EBADF, of every operation.
  describe('the contenders', () => {
    for (const suite of suites) {
      for (const contender of suite.contenders) {
        const test = `${suite.name}: ${contender.name} does its work`;
        if (contender.absent !== undefined) it.skip(test);
        else it(test, async () => assert.ok((await contender.sample()) > 0));
      }
    }
  });

  describe('npm run bench', function () {
    // Every contender in a process of its own, which takes long over a sanitizer's build.
    this.timeout(180000);

    it('prints the machine, each row of each table, and the targets', () => {
      const { status, stdout, stderr } = bench('--rounds', '1', '--operations', '20');
      assert.equal(status, 0, stderr);
      assert.match(stdout, /Node v\d+/);
      for (const { title, contenders, targets } of suites) {
        assert.ok(stdout.includes(title), title);
        const table = stdout.slice(stdout.indexOf(title)).split('└')[0]!;
        for (const { name } of contenders) assert.ok(table.includes(`│ ${name} `), `${title}: ${name}`);
        assert.ok(targets.length > 0);
      }
      assert.equal(
        stdout.match(/ of (?:[≤≥]|[01] ±) .*: (reached|MISSED)/g)?.length,
        suites.flatMap(({ targets }) => targets).length,
      );
    });

    it('runs the suite that is named alone', () => {
      const { stdout } = bench('--rounds', '1', '--operations', '20', '--suite', 'peek');
      assert.equal(stdout.match(/┌/g)?.length, 1);
      assert.match(stdout, /MSG_PEEK/);
    });

    for (const [args, message] of [
      [['--rounds', '0'], /--rounds must be a positive integer, not '0'/],
      [['--suite', 'nothing'], /there is no suite 'nothing', but bad-descriptor, /],
      [['--fast'], /--fast/],
      [['operand'], /operand/],
    ] as const) {
      it(`refuses ${args.join(' ')}`, () => {
        const { status, stderr } = bench(...args);
        assert.equal(status, 2);
        assert.match(stderr, message);
      });
    }
  });

  it('samples every contender once a round, in an order drawn anew, and leaves out the absent', async () => {
    const order: string[] = [];
    const contender = (name: string, absent?: string): { name: string; absent?: string; sample(): number } => ({
      name,
      ...(absent === undefined ? {} : { absent }),
      sample: () => order.push(name),
    });
    const draws = [0, 0.99];
    const samples = await runRounds([contender('a'), contender('b'), contender('c', 'lost')], 2, () => draws.shift()!);
    assert.deepEqual(order, ['b', 'a', 'a', 'b']);
    assert.deepEqual([...samples], [['a', [2, 3]], ['b', [1, 4]]]); // prettier-ignore
  });

  it('gives a median, and an interval that leaves out as many as 95 % allows', () => {
    assert.deepEqual(estimate([3, 1, 2]), { median: 2, low: 1, high: 3 });
    assert.deepEqual(estimate([9, 1, 2, 8, 3, 7, 4, 6, 5]), { median: 5, low: 2, high: 8 });
  });
});
