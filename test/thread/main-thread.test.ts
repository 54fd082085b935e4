import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { Worker, threadId } from 'node:worker_threads';
import {
  AF_INET,
  AF_UNIX,
  SOCK_DGRAM,
  SOCK_STREAM,
  close,
  inet,
  interrupt,
  recv,
  sendto,
  socket,
  socketpair,
} from '../../lib';

interface Blocked {
  readonly child: ChildProcess;
  /** The next line that it prints. */
  readonly line: () => Promise<string>;
  readonly port: number;
}

/** A process whose main thread is blocked in recv. */
async function startBlocked(how: string): Promise<Blocked> {
  const child = spawn(process.execPath, [join(__dirname, 'fixtures', 'main-blocked.js'), how], {
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: 15_000,
  });
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const line = async (): Promise<string> => String((await lines.next()).value);
  const port = Number((await line()).split(' ')[1]);
  const asleep = (): boolean => readFileSync(`/proc/${child.pid}/stat`, 'latin1').includes(') S ');
  for (let times = 0; times < 3; times = asleep() ? times + 1 : 0) await setTimeout(2);
  return { child, line, port };
}

function write(port: number): void {
  const fd = socket(AF_INET, SOCK_DGRAM);
  sendto(fd, 'x', 0, inet('127.0.0.1', port));
  close(fd);
}

describe('a main thread that is blocked in a call', () => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    it(`is ended by ${signal}, if there is no handler`, async () => {
      const { child } = await startBlocked('none');
      const exit = once(child, 'exit');
      child.kill(signal);
      assert.deepEqual(await exit, [null, signal]);
    });

    it(`stays blocked on ${signal} if there is a handler, which runs after the call has returned`, async () => {
      const { child, line, port } = await startBlocked('handlers');
      const exit = once(child, 'exit');
      child.kill(signal);
      write(port);
      assert.deepEqual([await line(), await line()], ['recv 1', signal]);
      child.kill('SIGKILL');
      await exit;
    });
  }

  it('is interrupted by a worker, as any thread is', async () => {
    const [a, b] = socketpair(AF_UNIX, SOCK_STREAM);
    const code = `
      const { interrupt } = require('sockcall');
      while (!interrupt(0));`;
    assert.equal(threadId, 0);
    const worker = new Worker(code, { eval: true });
    const exit = once(worker, 'exit');
    assert.throws(() => recv(a, new Uint8Array(1)), { code: 'EINTR', syscall: 'recv' });
    await exit;
    [a, b].forEach(close);
  });

  it('is in no call when it asks itself', () => {
    assert.equal(interrupt(threadId), false);
    assert.equal(interrupt(-1), false);
    assert.equal(interrupt(123456), false);
  });

  it('takes threads by a worker or an id, and nothing else', () => {
    for (const value of [undefined, null, {}, { threadId: 1 }, '0', 0n] as never[]) {
      assert.throws(() => interrupt(value), { name: 'TypeError', code: 'ERR_INVALID_ARG_TYPE' });
    }
    for (const value of [1.5, NaN, 2 ** 40]) assert.throws(() => interrupt(value), { code: 'ERR_OUT_OF_RANGE' });
  });
});
