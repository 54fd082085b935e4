import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { once } from 'node:events';
import { AI_CANONNAME, getaddrinfo, getnameinfo, inet } from '../../lib';
import { skipFor } from '../helpers/namespace';

const NAMESPACES = ['--user', '--map-root-user', '--net', '--mount'];

function unable(): string | undefined {
  const tried = spawnSync('unshare', [...NAMESPACES, 'ip', 'link', 'set', 'lo', 'up'], { encoding: 'utf8' });
  return tried.status === 0 ? undefined : `no namespaces: ${tried.error?.message ?? tried.stderr.trim()}`;
}

function run(how: string): { status: number | null; stdout: string; stderr: string } {
  const folder = mkdtempSync(join(tmpdir(), 'lookup-'));
  const fixture = [process.execPath, join(__dirname, 'fixtures', 'lookup.js'), folder, how];
  // What a lookup has allocated is lost when the process ends in the middle of it.
  const env = { ...process.env, ASAN_OPTIONS: `${process.env['ASAN_OPTIONS'] ?? ''}:detect_leaks=0` };
  try {
    return spawnSync('unshare', [...NAMESPACES, ...fixture], { encoding: 'utf8', timeout: 15_000, env });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('a worker that waits for a name server', () => {
  let reason: string | undefined;
  before(() => (reason = unable()));

  it('is interrupted: EAI_SYSTEM, and EINTR behind it', function () {
    if (reason !== undefined) return skipFor(this, reason);
    const { status, stdout, stderr } = run('interrupt');
    assert.equal(stdout, 'getaddrinfo EAI_SYSTEM EINTR true\ngetnameinfo EAI_SYSTEM EINTR true\n', stderr);
    assert.equal(status, 0);
  });

  it('does not keep the process from ending', function () {
    if (reason !== undefined) return skipFor(this, reason);
    assert.deepEqual([run('exit').status], [0]);
  });

  it('does not keep itself from ending, nor the process, where the lookups are promised', function () {
    if (reason !== undefined) return skipFor(this, reason);
    assert.equal(run('exit promised').status, 0);
    const { status, stdout, stderr } = run('terminate promised');
    assert.equal(stdout, 'ended\nended\n', stderr);
    assert.equal(status, 0);
  });

  it('gets the same answers as the main thread', async () => {
    const code = `
      const { AI_CANONNAME, getaddrinfo, getnameinfo, inet } = require('sockcall');
      const attempt = (call) => { try { return call(); } catch ({ code, host }) { return { code, host }; } };
      require('node:worker_threads').parentPort.postMessage([
        getaddrinfo('127.0.0.1', '80', { flags: AI_CANONNAME }), getnameinfo(inet('127.0.0.1', 0)),
        attempt(() => getaddrinfo('127.0.0.1', 'no-such-service')), getaddrinfo(null, '80')]);`;
    const worker = new Worker(code, { eval: true });
    const [answers] = (await once(worker, 'message')) as [unknown[]];
    const here = [getaddrinfo('127.0.0.1', '80', { flags: AI_CANONNAME }), getnameinfo(inet('127.0.0.1', 0))];
    assert.deepEqual(answers.slice(0, 2), here);
    assert.deepEqual(answers[2], { code: 'EAI_SERVICE', host: '127.0.0.1' });
    assert.deepEqual(answers[3], getaddrinfo(null, '80'));
    await worker.terminate();
  });
});
