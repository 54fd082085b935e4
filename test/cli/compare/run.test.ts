import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadRun } from '../../../lib/compare';
import { MAIN, finish, start } from '../child';
import type { Outcome } from '../terminal';

/** As little as there is to measure. */
const LITTLE = ['compare', '--transports', 'socketpair', '--sizes', '1', '--directions', 'send', '--no-counters'];
const ONE = [...LITTLE, '--processes', '1', '--no-javascript'];

function sockcall(...args: string[]): Promise<Outcome> {
  return finish(start(...args));
}

describe('sockcall compare', function () {
  this.timeout(60_000);
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'sockcall-compare-'));
  });
  after(() => rmSync(folder, { recursive: true }));

  it('measures in several processes, reports, and writes what it is asked for', async () => {
    const file = (name: string): string => join(folder, name);
    const outputs = ['json', 'csv', 'markdown', 'html'].flatMap((name) => [`--${name}`, file(`all.${name}`)]);
    const child = start(...LITTLE, '--processes', '2', '--rounds', '12', '--seed', '7', ...outputs);
    const { code, stdout, stderr } = await finish(child);
    assert.equal(code, 0, stderr);
    assert.match(stdout, /write\(\)[^]*On an AF_UNIX socketpair/);
    assert.match(stderr, /process 1 of 2/);
    const record = loadRun(file('all.json'));
    assert.deepEqual([record.plan.seed, record.end], [7, 'rounds']);
    assert.deepEqual(
      record.processes.map(({ rounds }) => rounds),
      [12, 12],
    );
    assert.deepEqual(record.experiment.cells[0]!.views, ['native', 'javascript']);
    assert.equal(record.blocks.length, 2 * 12 * (3 + 2));
    assert.match(readFileSync(file('all.csv'), 'utf8'), /socketpair/);
    assert.match(readFileSync(file('all.markdown'), 'utf8'), /^# /);
    assert.match(readFileSync(file('all.html'), 'utf8'), /^<!doctype html>/);
  });

  it('measures only what it is asked for, and says nothing meanwhile if told so', async () => {
    const { code, stdout, stderr } = await sockcall(
      ...['compare', '--rounds', '2', '--processes', '1', '--no-progress', '--transports', 'unix', '--sizes', '10'],
      ...['--arms', 'readv,recv', '--no-javascript', '--no-counters', '--no-nodelay', '--rcvbuf', '10000'],
    );
    assert.deepEqual([code, stderr], [0, '']);
    assert.match(stdout, /recv\(\) against readv\(\)/);
    assert.doesNotMatch(stdout, /tcp|socketpair|write/i);
  });

  it('measures arms of the user’s own', async () => {
    const arms = join(folder, 'arms.ts');
    writeFileSync(
      arms,
      `import { MSG_DONTWAIT } from 'sockcall';
       import { type Arm, defineArm } from 'sockcall/compare';
       const call = 'send' as const satisfies string;
       export const arms: readonly Arm[] = [
         defineArm({ name: 'send now', direction: 'send', steps: [{ call, flags: MSG_DONTWAIT }] }),
         { name: 'fcntl, send', direction: 'send', steps: [{ call: 'fcntl' }, { call }] },
       ];`,
    );
    const file = join(folder, 'arms.json');
    const { code, stderr } = await sockcall(...ONE, '--rounds', '3', '--arms-file', arms, '--json', file);
    assert.equal(code, 0, stderr);
    assert.deepEqual(loadRun(file).experiment.cells[0]!.contest, {
      baseline: 'send',
      candidates: ['write', 'send now', 'fcntl, send'],
    });
    const part = await sockcall(
      ...ONE,
      '--rounds',
      '3',
      '--arms-file',
      arms,
      '--json',
      file,
      '--arms',
      'write,send now',
    );
    assert.equal(part.code, 0, part.stderr);
    assert.deepEqual(loadRun(file).experiment.cells[0]!.contest, { baseline: 'write', candidates: ['send now'] });
  });

  it('measures another experiment', async () => {
    const experiment = join(__dirname, '..', '..', 'compare', 'run', 'made-up.ts');
    const file = join(folder, 'other.json');
    const plan = ['--rounds', '3', '--processes', '1', '--json', file];
    const options = ['--options', '{"cells": 1}'];
    const { code, stdout, stderr } = await sockcall('compare', '--experiment', experiment, ...options, ...plan);
    assert.equal(code, 0, stderr);
    assert.match(stdout, /^Tea or coffee\?/);
    assert.equal(loadRun(file).experiment.cells.length, 1);
  });

  it('leaves no file behind', async () => {
    const own = mkdtempSync(join(folder, 'tmp-'));
    const args = ['compare', '--rounds', '2', '--sizes', '1', '--processes', '1'];
    const { code, stderr } = await finish(start({ env: { TMPDIR: own } }, ...args));
    assert.equal(code, 0, stderr);
    assert.deepEqual(readdirSync(own), []);
  });

  it('keeps what a file has until there is something to write', async () => {
    const file = join(folder, 'old.json');
    writeFileSync(file, 'old');
    assert.equal((await sockcall('compare', '--json', file, '--budget', 'no')).code, 2);
    assert.equal((await sockcall('compare', '--json', file, '--cpus', '8191')).code, 2);
    assert.equal(readFileSync(file, 'utf8'), 'old');
    assert.equal((await sockcall(...ONE, '--json', file, '--rounds', '1')).code, 0);
    assert.equal(loadRun(file).blocks.length, 3);
  });

  for (const name of ['json', 'csv', 'markdown', 'html']) {
    it(`reports, then fails, if there is no room for --${name}`, async function () {
      if (process.platform !== 'linux') this.skip();
      const { code, stdout, stderr } = await sockcall(...ONE, '--rounds', '2', `--${name}`, '/dev/full');
      assert.equal(code, 1);
      assert.match(stdout, /On an AF_UNIX socketpair|Nothing to report/);
      assert.match(stderr, /^error: can't write \/dev\/full: ENOSPC/m);
    });
  }

  it('keeps what a file has if what is to be written does not fit', async () => {
    const own = mkdtempSync(join(folder, 'small-'));
    const file = join(own, 'old.json');
    writeFileSync(file, 'old');
    // Of 512 bytes each, in every shell that POSIX knows.
    const limited = ['-c', 'ulimit -f 4 && exec "$@"', 'sh', process.execPath, MAIN];
    const child = spawn('sh', [...limited, ...ONE, '--rounds', '2', '--json', file, '--csv', join(own, 'new.csv')], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const { code, stderr } = await finish(child);
    assert.equal(code, 1);
    assert.match(stderr, /^error: can't write .*old\.json: EFBIG/m);
    assert.equal(readFileSync(file, 'utf8'), 'old');
    assert.deepEqual(
      readdirSync(own).filter((name) => name !== 'new.csv'),
      ['old.json'],
    );
  });

  it('goes on if nobody can be told how far it is', async function () {
    if (process.platform !== 'linux') this.skip();
    const full = openSync('/dev/full', 'w');
    try {
      const { code, stdout } = await finish(start({ stderr: full }, ...ONE, '--rounds', '2'));
      assert.equal(code, 0);
      assert.match(stdout, /2 rounds/);
    } finally {
      closeSync(full);
    }
  });

  it('says so if there is no room for the report', async function () {
    if (process.platform !== 'linux') this.skip();
    const full = openSync('/dev/full', 'w');
    try {
      const child = start({ stdout: full }, ...ONE, '--rounds', '2', '--no-progress');
      const { code, stderr } = await finish(child);
      assert.deepEqual(
        [code, stderr],
        [1, "error: can't write to standard output: ENOSPC: no space left on device, write\n"],
      );
    } finally {
      closeSync(full);
    }
  });

  it('is not upset by a reader that leaves', async () => {
    const child = start(...ONE, '--rounds', '1');
    child.stdout!.destroy();
    const { code, stderr } = await finish(child);
    assert.equal(code, 0, stderr);
  });

  it('exits with 2 as a process too', async () => {
    const { code, stderr } = await finish(start('compare', '--budget', '0'));
    assert.equal(code, 2);
    assert.match(stderr, /--budget/);
  });
});
