import assert from 'node:assert/strict';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadRun } from '../../../lib/compare';
import { finish, start } from '../child';
import { childrenOf, ended } from '../../helpers/processes';

/** Long enough to be cut short; progress is told at its quarters. */
const LONG = ['compare', '--budget', '8', '--processes', '1', '--transports', 'socketpair', '--sizes', '1'];
const MADE_UP = join(__dirname, '..', '..', 'compare', 'run', 'made-up.ts');

/** An experiment that stops in its third round, and never goes on. */
function hanging(mark: string): string[] {
  const options = JSON.stringify({ then: 'hang', mark });
  return ['compare', '--rounds', '4', '--experiment', MADE_UP, '--options', options];
}

/** The processes that a command line has started, directly or not. */
function familyOf(child: ChildProcess): number[] {
  const children = childrenOf(child.pid!);
  return [...children, ...children.flatMap(childrenOf)];
}

/** Waits for a word of progress. */
async function said(child: ChildProcess, text: string): Promise<void> {
  for (let all = ''; !all.includes(text);) all += String((await once(child.stderr!, 'data'))[0]);
}

/** Waits until a file is there. */
async function appeared(folder: string, name: string): Promise<void> {
  // Watching it would leave a descriptor of Node's behind.
  while (!existsSync(join(folder, name))) await tick();
}

describe('sockcall compare, cut short', function () {
  this.timeout(60_000);
  let folder: string;
  before(function () {
    if (process.platform !== 'linux') this.skip();
    folder = mkdtempSync(join(tmpdir(), 'sockcall-interrupt-'));
  });
  after(() => rmSync(folder, { recursive: true }));

  // As a terminal sends them: to all of the group; and to it alone, as tools do.
  for (const [what, signal, expected, group] of [
    ['Ctrl-C', 'SIGINT', 130, true],
    ['SIGTERM', 'SIGTERM', 143, false],
    ['the end of its terminal', 'SIGHUP', 129, true],
  ] as const) {
    it(`by ${what}, keeps and reports what it has`, async () => {
      const file = join(folder, `${signal}.json`);
      const args = ['--modes', 'call,ping-pong', '--peer', 'process', '--json', file];
      const child = start({ detached: true }, ...LONG, ...args);
      const outcome = finish(child);
      await said(child, 'round');
      const family = familyOf(child);
      // A process that measures, and its peer.
      assert.equal(family.length, 2);
      process.kill(group ? -child.pid! : child.pid!, signal);
      const { code, stdout, stderr } = await outcome;
      assert.deepEqual([code, /^error/m.test(stderr)], [expected, false], stderr);
      assert.match(stdout, /CUT SHORT/);
      const { end, blocks, processes } = loadRun(file);
      assert.deepEqual([end, processes.length, processes[0]!.failure], ['interrupted', 1, undefined]);
      assert.ok(blocks.length > 0);
      await ended(family);
    });
  }

  it('by Ctrl-C, kills what does not stop, and keeps and reports what it has', async () => {
    const file = join(folder, 'stopped.json');
    const child = start({ detached: true }, ...LONG, '--json', file);
    const outcome = finish(child);
    await said(child, 'round');
    const family = familyOf(child);
    assert.equal(family.length, 1);
    process.kill(family[0]!, 'SIGSTOP');
    process.kill(-child.pid!, 'SIGINT');
    const { code, stdout, stderr } = await outcome;
    assert.deepEqual([code, /^error/m.test(stderr)], [130, false], stderr);
    assert.match(stdout, /CUT SHORT[^]*a measuring process did not stop within 3 s, and was killed/);
    const { end, blocks } = loadRun(file);
    assert.equal(end, 'interrupted');
    assert.ok(blocks.length > 0);
    await ended(family);
  });

  it('by Ctrl-C twice, ends at once, and so does what it has started', async () => {
    const child = start({ detached: true }, ...hanging(join(folder, 'twice')));
    await appeared(folder, 'twice');
    const family = familyOf(child);
    assert.equal(family.length, 1);
    process.kill(-child.pid!, 'SIGINT');
    const exit = once(child, 'exit');
    // The first one is waited for: the process that measures hangs, and is asked in vain.
    for (let last = false; !last;) {
      process.kill(-child.pid!, 'SIGINT');
      last = await Promise.race([exit.then(() => true), tick()]);
    }
    assert.deepEqual(await exit, [null, 'SIGINT']);
    await ended(family);
  });

  it('by SIGKILL in the middle of a block, leaves nobody behind', async () => {
    const child = start(...hanging(join(folder, 'killed')));
    await appeared(folder, 'killed');
    await killed(child);
  });

  it('by SIGKILL while two processes exchange messages, leaves nobody behind', async () => {
    const child = start(...LONG, '--modes', 'ping-pong', '--peer', 'process');
    await said(child, 'round');
    await killed(child);
  });

  async function killed(child: ChildProcess): Promise<void> {
    const family = familyOf(child);
    assert.ok(family.length > 0);
    const exit = once(child, 'exit');
    child.kill('SIGKILL');
    await exit;
    await ended(family);
  }

  for (const [what, modes, victim] of [
    ['the process that measures', 'call', 0],
    ['a peer', 'ping-pong', 1],
  ] as const) {
    it(`by the end of ${what}, fails, and keeps and reports what it has`, async () => {
      const file = join(folder, `${modes}.json`);
      const child = start(...LONG, '--modes', modes, '--peer', 'process', '--json', file);
      const outcome = finish(child);
      await said(child, 'round');
      const family = familyOf(child);
      process.kill(family[victim]!, 'SIGKILL');
      const { code, stdout, stderr } = await outcome;
      assert.equal(code, 1, stderr);
      assert.match(
        stderr,
        victim === 0 ? /^error: a measuring process was ended by SIGKILL$/m : /^error: .*(peer|SIGKILL)/m,
      );
      assert.match(stdout, /CUT SHORT/);
      const { end, failure, processes } = loadRun(file);
      assert.deepEqual([end, processes[0]!.failure], ['failed', failure]);
      await ended(family);
    });
  }
});

function tick(): Promise<boolean> {
  return new Promise((resolve) => setTimeout(resolve, 50, false));
}
