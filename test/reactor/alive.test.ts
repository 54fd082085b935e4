import assert from 'node:assert/strict';
import { native } from '../../lib/core/native';
import { close } from '../../lib';
import { recv, send } from '../../lib/promises';
import { kinds } from '../helpers/kinds';
import { run } from '../helpers/program';

/** Runs a program that has to end by itself, with this output. */
async function prints(expected: string, code: string): Promise<void> {
  const { status, signal, output, errors } = await run(code);
  assert.deepEqual({ status, signal, output, errors }, { status: 0, signal: null, output: expected, errors: '' });
}

describe('reactor: what keeps the process alive', () => {
  it('a pending wait does', () =>
    prints(
      'got 1',
      `const [a, b] = pair();
      promises.recv(b, Buffer.alloc(1)).then((count) => process.stdout.write('got ' + count));
      // Nothing else keeps the process alive until then.
      setTimeout(() => throwing.send(a, 'x'), 50).unref();`,
    ));

  it('a wait that has ended does not, nor do its timer and its signal', () =>
    prints(
      'done',
      `const [a, b] = pair();
      const { signal } = new AbortController();
      (async () => {
        const got = promises.recv(b, Buffer.alloc(1), 0, 0, 1, { timeout: 1e8, signal });
        throwing.send(a, 'x');
        await got;
        await promises.recv(b, Buffer.alloc(1), 0, 0, 1, { timeout: 1 }).catch(() => {});
        promises.poll([{ fd: b, events: 1 }], { timeout: 1e8 }).catch(() => {});
        promises.recv(b, Buffer.alloc(1), 0, 0, 1, { timeout: 1e8 }).catch(() => {});
        throwing.close(b);
        process.stdout.write('done');
      })();`,
    ));

  it('one that was aborted outside of any batch does not', () =>
    prints(
      'AbortError',
      `const [a, b] = pair();
      const controller = new AbortController();
      promises.readable(b, { signal: controller.signal }).catch((error) => process.stdout.write(error.name));
      setImmediate(() => controller.abort());`,
    ));

  it('a wait for ever ends with process.exit', () =>
    prints(
      'bye',
      `const [a, b] = pair(); promises.recv(b, Buffer.alloc(1)); process.stdout.write('bye', () => process.exit());`,
    ));

  it('a look-up does until it ends, given up or not', () =>
    prints(
      'ERR_SOCKCALL_TIMEOUT AbortError 1',
      `const given = (error) => error.code === 20 || typeof error.code !== 'string' ? error.name : error.code;
      const controller = new AbortController();
      const waits = [
        promises.getaddrinfo('127.0.0.1', '1', null, { timeout: 0 }).then(String, given),
        promises.getaddrinfo('127.0.0.1', '1', null, { signal: controller.signal }).then(String, given),
        promises.getaddrinfo('127.0.0.1', '1', { socktype: 1 }).then((list) => list.length),
      ];
      controller.abort();
      Promise.all(waits).then((all) => process.stdout.write(all.join(' ')));`,
    ));

  it('an idle wait takes no processor time', async () => {
    const { output, errors } = await run(
      `const pairs = Array.from({ length: 100 }, pair);
      const waits = pairs.map(([a, b]) => promises.recv(b, Buffer.alloc(1)));
      for (const [a, b] of pairs) throwing.send(a, 'x');
      (async () => {
        await Promise.all(waits);
        for (const [a, b] of pairs) promises.recv(b, Buffer.alloc(1)).catch(() => {});
        // What nobody reads must not wake the loop, either.
        for (const [a] of pairs) throwing.send(pairs[0][1], 'unread');
        await new Promise((resolve) => setTimeout(resolve, 300));
        const before = process.cpuUsage();
        await new Promise((resolve) => setTimeout(resolve, 1000));
        const { user, system } = process.cpuUsage(before);
        for (const [a, b] of pairs) throwing.close(b);
        process.stdout.write(String(user + system));
      })();`,
    );
    assert.equal(errors, '');
    // A loop that is woken again and again takes all of a second.
    assert.ok(Number(output) > 0 && Number(output) < 300_000, `${output} µs in a second`);
  });

  it('bytes that nobody reads wake the loop once', async () => {
    const { a, b } = kinds[0]!.open();
    const first = recv(b, Buffer.alloc(1));
    await send(a, 'x');
    await first;
    native.startRecording(1000);
    for (let i = 0; i < 20; i++) {
      await send(a, 'unread');
      await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
    }
    const { records } = native.stopRecording();
    const waits = records.filter(({ name }) => name === 'epoll_wait' || name === 'kevent');
    assert.ok(waits.length <= 2, `${waits.length} times`);
    [a, b].forEach((fd) => close(fd));
  });
});
