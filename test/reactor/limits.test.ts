import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { type Fd } from '../../lib';
import { close, getaddrinfo, poll, POLLIN, readable, recv, recvfrom, recvmsg, send } from '../../lib/promises';
import * as raw from '../../lib/raw';
import { type Pair, kinds } from '../helpers/kinds';

const listeners = (signal: AbortSignal): number => getEventListeners(signal, 'abort').length;

describe('reactor: signal and timeout', () => {
  let pair: Pair;
  let [a, b]: Fd[] = [];

  beforeEach(() => {
    pair = kinds[0]!.open();
    ({ a, b } = pair);
  });

  afterEach(async () => {
    await close(pair.a);
    await close(pair.b);
  });

  const calls: readonly [string, (fd: Fd, options: object) => Promise<unknown>][] = [
    ['recv', (fd, options) => recv(fd, Buffer.alloc(1), 0, 0, 1, options)],
    ['recvfrom', (fd, options) => recvfrom(fd, Buffer.alloc(1), 0, 0, 1, options)],
    ['recvmsg', (fd, options) => recvmsg(fd, { buffers: Buffer.alloc(1) }, 0, options)],
    ['readable', (fd, options) => readable(fd, options)],
    ['poll', (fd, options) => poll([{ fd, events: POLLIN }], options)],
  ];

  for (const [name, call] of calls) {
    const syscall = name === 'readable' ? 'poll' : name;

    it(`${name}: a timeout rejects by its own code, which is not the kernel's ETIMEDOUT`, async () => {
      await assert.rejects(call(b!, { timeout: 5 }), { code: 'ERR_SOCKCALL_TIMEOUT', syscall });
      await assert.rejects(call(b!, { timeout: 0.5 }), { code: 'ERR_SOCKCALL_TIMEOUT', syscall });
    });

    it(`${name}: with a timeout of 0 the call is made, and nothing waits`, async () => {
      await assert.rejects(call(b!, { timeout: 0 }), { code: 'ERR_SOCKCALL_TIMEOUT', syscall });
      raw.send(a!, 'x');
      await call(b!, { timeout: 0 });
    });

    it(`${name}: a signal rejects with its reason, and keeps no listener`, async () => {
      const controller = new AbortController();
      const waits = [call(b!, { signal: controller.signal }), call(b!, { signal: controller.signal })];
      assert.equal(listeners(controller.signal), 1);
      const reason = { any: 'thing' };
      controller.abort(reason);
      for (const wait of waits) await assert.rejects(wait, (error) => error === reason);
      assert.equal(listeners(controller.signal), 0);
    });

    it(`${name}: a signal that was not needed keeps no listener`, async () => {
      const { signal } = new AbortController();
      const wait = call(b!, { signal, timeout: 10_000 });
      raw.send(a!, 'x');
      await wait;
      assert.equal(listeners(signal), 0);
    });

    it(`${name}: after an abort no call is made`, async () => {
      raw.send(a!, 'x');
      await assert.rejects(call(b!, { signal: AbortSignal.abort() }), { name: 'AbortError' });
      assert.equal(raw.recv(b!, Buffer.alloc(2), raw.MSG_DONTWAIT), 1);
    });

    it(`${name}: wrong options are rejected by a misuse's code`, async () => {
      for (const options of [null, 1, { signal: {} }, { signal: 'x' }, { timeout: '1' }, { timeout: null }]) {
        await assert.rejects(call(b!, options as object), { code: 'ERR_INVALID_ARG_TYPE' }, JSON.stringify(options));
      }
      for (const timeout of [-1, NaN, Infinity, 2 ** 31]) {
        await assert.rejects(call(b!, { timeout }), { code: 'ERR_OUT_OF_RANGE' }, String(timeout));
      }
    });
  }

  it('ending one wait leaves the others in their order', async () => {
    const controllers = [1, 2, 3, 4].map(() => new AbortController());
    const buffers = controllers.map(() => Buffer.alloc(1));
    const waits = controllers.map(({ signal }, i) => recv(b!, buffers[i]!, 0, 0, 1, { signal }));
    controllers[2]!.abort();
    await assert.rejects(waits[2]!, { name: 'AbortError' });
    controllers[0]!.abort();
    await assert.rejects(waits[0]!, { name: 'AbortError' });
    await send(a!, '12');
    await Promise.all([waits[1], waits[3]]);
    assert.deepEqual(
      buffers.map((buffer) => buffer[0]),
      [0, 49, 0, 50],
    );
  });

  it('many waits under one signal make no warning', async () => {
    const warnings: Error[] = [];
    const listen = (warning: Error): void => void warnings.push(warning);
    process.on('warning', listen);
    const controller = new AbortController();
    const waits = Array.from({ length: 50 }, () => recv(b!, Buffer.alloc(1), 0, 0, 1, { signal: controller.signal }));
    controller.abort();
    const settled = await Promise.allSettled(waits);
    assert.ok(settled.every(({ status }) => status === 'rejected'));
    await new Promise(setImmediate);
    process.off('warning', listen);
    assert.deepEqual(warnings, []);
  });

  it('a look-up is given up, too', async () => {
    const controller = new AbortController();
    const looked = getaddrinfo('127.0.0.1', '80', null, { signal: controller.signal });
    controller.abort();
    await assert.rejects(looked, { name: 'AbortError' });
    assert.equal(listeners(controller.signal), 0);
    await assert.rejects(getaddrinfo('127.0.0.1', '80', null, { signal: AbortSignal.abort() }), { name: 'AbortError' });
  });

  it('a signal of somebody else’s making that fails is rejected with what it threw', async () => {
    const signal = {
      aborted: false,
      addEventListener() {
        throw new Error('no');
      },
    };
    await assert.rejects(recv(b!, Buffer.alloc(1), 0, 0, 1, { signal: signal as never }), /no/);
    await send(a!, 'x');
    assert.equal(await recv(b!, Buffer.alloc(1)), 1);
  });
});
