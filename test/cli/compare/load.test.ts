import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { formatRun, loadRun } from '../../../lib/compare';
import { changed } from '../../compare/store/sample';
import { finish, start } from '../child';
import { runHere } from '../terminal';

type Change = Parameters<typeof changed>[1];

describe('sockcall compare --load', function () {
  this.timeout(60_000);
  let folder: string;
  let file: string;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sockcall-load-'));
    file = join(folder, 'run.json');
    const what = ['--transports', 'socketpair,unix', '--sizes', '1,64', '--no-javascript', '--no-counters'];
    const plan = ['--processes', '2', '--rounds', '20', '--seed', '3', '--json', file];
    const { code, stderr } = await finish(start('compare', ...what, ...plan));
    assert.equal(code, 0, stderr);
    write('run.json', (copy) => (copy.environment.machine = 'one'));
  });
  after(() => rmSync(folder, { recursive: true }));

  /** Makes of a copy a run by processes of its own. */
  const asAnother: Change = (copy) => copy.processes.forEach((each) => (each.pid += 1000));

  /** Stores the run with something else in it. */
  function write(name: string, change: Change): string {
    const path = join(folder, name);
    writeFileSync(path, formatRun(changed(loadRun(file), change)));
    return path;
  }

  it('reports a run as it was reported when it was made', async () => {
    const { code, stdout, stderr } = await runHere('compare', '--load', file);
    assert.deepEqual([code, stderr], [0, '']);
    assert.match(stdout, /On an AF_UNIX socketpair/);
    assert.equal((await runHere('compare', '--load', file)).stdout, stdout);
  });

  it('reports a run that was cut short, which is no failure of loading', async () => {
    const cut = write('cut.json', (copy) => (copy.end = 'interrupted'));
    const { code, stdout } = await runHere('compare', '--load', cut);
    assert.equal(code, 0);
    assert.match(stdout, /CUT SHORT/);
  });

  it('puts runs of one machine together, and stores what comes of it', async () => {
    const [other, merged] = [write('again.json', asAnother), join(folder, 'merged.json')];
    const { code, stderr } = await runHere('compare', '--load', file, other, '--json', merged);
    assert.deepEqual([code, stderr], [0, '']);
    assert.equal(loadRun(merged).processes.length, 4);
    const page = join(folder, 'merged.html');
    assert.equal((await runHere('compare', '--load', merged, '--html', page)).code, 0);
    assert.match(readFileSync(page, 'utf8'), /^<!doctype html>/);
  });

  for (const [what, others] of [
    ['named twice', () => [file]],
    ['copied', () => [write('copy.json', () => undefined)]],
    ['and its copy beside another one', () => [write('again.json', asAnother), write('copy.json', () => undefined)]],
  ] as readonly [string, () => string[]][]) {
    it(`refuses a run ${what}, which would count as more data`, async () => {
      const { code, stdout, stderr } = await runHere('compare', '--load', file, ...others());
      assert.deepEqual([code, stdout], [2, '']);
      const pattern =
        /--load.*run\.json and .*(run|copy)\.json can't be compared: the same process is in both \(pid \d+\)/;
      assert.match(stderr, pattern);
    });
  }

  it('combines several machines, and says how they differ', async () => {
    const others = ['two', 'three'].map((name, place) =>
      write(`${name}.json`, (copy) => {
        copy.environment.machine = name;
        for (const block of copy.blocks) if (block.arm === 'write') block.total += 5 * (place + 1) * block.calls;
      }),
    );
    const { code, stdout, stderr } = await runHere('compare', '--load', file, ...others);
    assert.deepEqual([code, stderr], [0, '']);
    assert.match(stdout, /^1: .*run\.json; machine one;/m);
    assert.match(stdout, /^3 machines together$/m);
    assert.match(stdout, /^Run 3 against run 1$/m);
    assert.match(stdout, /^Over 3 machines:\n/m);
    for (const line of stdout.split('\n')) assert.ok(line.length <= 80, line);
    const rows = [...stdout.slice(stdout.indexOf('Run 3 against')).matchAll(/^(?:1|64) B .*?([+-]?\d+\.\d+) \[/gm)];
    const differences = rows.map(([, value]) => Number(value));
    // Send and receive, on two transports, of two sizes: only write() was changed.
    assert.deepEqual(differences.map((value) => Math.abs(value - 10) < 0.2).filter(Boolean).length, 4, stdout);
    assert.equal(differences.length, 8);
  });

  it('compares runs of one machine with different kernels, and does not take them for a sample', async () => {
    const kernel = write('kernel.json', (copy) => (copy.environment.kernel = 'Linux 9.9'));
    const { code, stdout } = await runHere('compare', '--load', file, kernel);
    assert.equal(code, 0);
    assert.match(stdout, /^Run 2 against run 1$/m);
    assert.doesNotMatch(stdout, /machines together|^Over/m);
  });

  it('does not put a run that was traced together with one that was not, and says so', async () => {
    const traced = write('traced.json', (copy) => (copy.environment.process.tracer = { pid: 7, name: 'strace' }));
    const { code, stdout } = await runHere('compare', '--load', file, traced);
    assert.equal(code, 0);
    assert.match(stdout, /^warning: Run 2: strace \(pid 7\) traces this process/m);
    assert.match(stdout.replace(/\s+/g, ' '), /traced by "strace", not none as in run 1/);
    assert.match(stdout, /^Run 2 against run 1$/m);
  });

  for (const [what, change, said] of [
    ['another experiment', (copy) => (copy.experiment.name = 'other'), /of different experiments, calls and other/],
    [
      'other settings',
      (copy) => (copy.experiment.settings = { ...copy.experiment.settings, clock: 'sun' }),
      /different settings: clock "auto" and "sun"/,
    ],
    [
      'another arm',
      (copy) => (copy.experiment.cells[0]!.contest.candidates = ['write', 'sendto']),
      /only one of them has the arm sendto \(.*size 1/,
    ],
  ] as readonly [string, Change, RegExp][]) {
    it(`refuses to compare with a run of ${what}, and says why`, async () => {
      const other = write('other.json', change);
      const { code, stdout, stderr } = await runHere('compare', '--load', file, other);
      assert.deepEqual([code, stdout], [2, '']);
      assert.match(stderr, /--load.*run\.json and .*other\.json can't be compared: /);
      assert.match(stderr, said);
    });
  }

  for (const [what, text, said] of [
    ['that is no JSON', 'hello', /bad\.json is not JSON/],
    ['of something else', '{}', /bad\.json: it is no stored run of sockcall/],
    ['of a later version', '{"schema":3,"kind":"sockcall run"}', /schema 3 of a later sockcall/],
    ['that is cut off', undefined, /bad\.json is not JSON/],
  ] as const) {
    it(`refuses a file ${what}`, async () => {
      const path = join(folder, 'bad.json');
      writeFileSync(path, text ?? readFileSync(file, 'utf8').slice(0, 5000));
      const { code, stdout, stderr } = await runHere('compare', '--load', path);
      assert.deepEqual([code, stdout], [2, '']);
      assert.match(stderr, said);
    });
  }

  it('writes what several machines say together in Markdown, and the results of each in CSV', async () => {
    const other = write('two.json', (copy) => (copy.environment.machine = 'two'));
    const [markdown, csv] = [join(folder, 'several.md'), join(folder, 'several.csv')];
    const args = ['compare', '--load', file, other, '--markdown', markdown, '--csv', csv];
    assert.equal((await runHere(...args)).code, 0);
    const text = readFileSync(markdown, 'utf8');
    assert.match(text, /^# .+\n\n1\. .*run\.json; machine one; .*\n2\. .*two\.json; machine two; /);
    assert.match(text, /^Over 2 machines:\n\n- On /m);
    assert.match(text, /^## 2 machines together$/m);
    assert.match(text, /^## Run 2 against run 1$/m);
    const rows = parse<{ run: string; size: string; shift: string }>(readFileSync(csv, 'utf8'), { columns: true });
    assert.deepEqual(
      rows.map(({ run }) => run),
      [file, other].flatMap((path) => new Array<string>(8).fill(path)),
    );
    assert.ok(rows.every(({ size, shift }) => ['1', '64'].includes(size) && Number.isFinite(Number(shift))));
  });

  for (const name of ['html', 'json']) {
    it(`refuses to write one file of --${name} on several machines, and makes none`, async () => {
      const other = write('two.json', (copy) => (copy.environment.machine = 'two'));
      const path = join(folder, `x.${name}`);
      const { code, stdout, stderr } = await runHere('compare', '--load', file, other, `--${name}`, path);
      assert.deepEqual([code, stdout, existsSync(path)], [2, '', false]);
      assert.match(stderr, new RegExp(`'--${name} <file>' is for one run, and these are of 2`));
    });
  }
});
