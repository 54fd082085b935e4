import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  AF_INET,
  type Fd,
  F_GETFL,
  MSG_DONTWAIT,
  O_NONBLOCK,
  SHUT_WR,
  SOCK_STREAM,
  SOL_SOCKET,
  SO_RCVTIMEO,
  SO_SNDTIMEO,
  SyscallError,
  bind,
  close,
  connect,
  connectTimeout,
  fcntl,
  getsockname,
  inet,
  listen,
  readUntilEnd,
  recv,
  recvExactly,
  retryOnEintr,
  send,
  setsockopt,
  shutdown,
  socket,
  writeAll,
} from '../../lib';
import { withoutPreload } from '../helpers/preload';
import { kinds } from '../helpers/kinds';

/** Runs a shell script that knows this process as $1 and the descriptor as 3, while this thread waits in a call. */
function meanwhile(script: string, fd: Fd): Promise<unknown> {
  const args = ['-c', script, 'sh', `${process.pid}`];
  return once(spawn('sh', args, { stdio: ['ignore', 'ignore', 'inherit', fd], env: withoutPreload() }), 'close');
}

/** Whether the thread sleeps in a call, and not in its event loop. */
const ASLEEP = '(cd /proc/$1/task/$1 && grep -q "^State:.S" status && ! grep -q ep_poll wchan)';

/**
 * A signal that interrupts a call, as it does where the socket has a time-out: else the kernel begins the call anew. It is
 * sent when the thread sleeps, and still does a moment later. On a busy machine another thread of this process may take it, so
 * it is sent again if the thread sleeps on.
 */
const SIGNAL = [
  `until ${ASLEEP} && sleep 0.05 && ${ASLEEP}; do sleep 0.05; done`,
  `for time in 1 2 3; do kill -USR2 $1; sleep 0.1; ${ASLEEP} || break; done`,
].join('; ');

function thrownBy(call: () => unknown): SyscallError {
  try {
    call();
  } catch (error) {
    assert.ok(error instanceof SyscallError);
    return error as SyscallError;
  }
  throw new Error('nothing was thrown');
}

describe('functions of several calls, when a signal comes in the middle', () => {
  const ignore = (): void => undefined;
  let a: Fd;
  let b: Fd;
  let ended: Promise<unknown>;

  beforeEach(() => {
    process.on('SIGUSR2', ignore);
    ({ a, b } = kinds[0]!.open());
    for (const option of [SO_RCVTIMEO, SO_SNDTIMEO])
      setsockopt(a, SOL_SOCKET, option, { seconds: 10, microseconds: 0 });
  });

  afterEach(async () => {
    await ended;
    process.off('SIGUSR2', ignore);
    close(a);
    close(b);
  });

  it('recvExactly throws EINTR, with what came before', () => {
    send(b, 'abc');
    ended = meanwhile(`sleep 0.1; ${SIGNAL}`, b);
    const error = thrownBy(() => recvExactly(a, 10));
    assert.deepEqual([error.code, error.syscall, error.received?.toString()], ['EINTR', 'recv', 'abc']);
  });

  it('readUntilEnd throws EINTR, with what came before', () => {
    send(b, 'abc');
    ended = meanwhile(`sleep 0.1; ${SIGNAL}`, b);
    const error = thrownBy(() => readUntilEnd(a));
    assert.deepEqual([error.code, error.syscall, error.received?.toString()], ['EINTR', 'read', 'abc']);
  });

  it('writeAll throws EINTR, with how much was written before', () => {
    // The first ends a call that has written some, which is no error; the second one that has written nothing.
    ended = meanwhile(`sleep 0.1; ${SIGNAL}; sleep 0.1; ${SIGNAL}`, b);
    const error = thrownBy(() => writeAll(a, Buffer.alloc(0x1000000)));
    shutdown(a, SHUT_WR);
    assert.deepEqual([error.code, error.syscall], ['EINTR', 'write']);
    assert.equal(error.written, readUntilEnd(b).length);
    assert.ok(error.written > 0);
  });

  it('they go on within retryOnEintr, and nothing is missing or twice', () => {
    send(b, 'abc');
    ended = meanwhile(
      `sleep 0.1; ${SIGNAL}; sleep 0.1; printf d >&3; sleep 0.1; ${SIGNAL}; sleep 0.1; printf ef >&3`,
      b,
    );
    assert.equal(retryOnEintr(() => recvExactly(a, 6)).toString(), 'abcdef');
    assert.throws(() => recv(a, Buffer.alloc(1), MSG_DONTWAIT), { code: 'EAGAIN' });
  });

  it('a single call is made again within retryOnEintr, and not outside of it', async () => {
    ended = meanwhile(`sleep 0.1; ${SIGNAL}`, b);
    assert.equal(thrownBy(() => recv(a, Buffer.alloc(1))).code, 'EINTR');
    await ended;
    ended = meanwhile(`sleep 0.1; ${SIGNAL}; sleep 0.1; printf x >&3`, b);
    assert.equal(
      retryOnEintr(() => recv(a, Buffer.alloc(1))),
      1,
    );
    assert.equal(thrownBy(() => retryOnEintr(() => recv(a, Buffer.alloc(1), MSG_DONTWAIT))).code, 'EAGAIN');
  });

  it('connectTimeout throws EINTR of poll, waits on within retryOnEintr, and puts the flag back', async () => {
    const server = socket(AF_INET, SOCK_STREAM);
    bind(server, inet('127.0.0.1', 0));
    listen(server, 0);
    const address = getsockname(server);
    const waiting = [1, 2].map(() => socket(AF_INET, SOCK_STREAM));
    // One connection is accepted by the kernel for the backlog of 0, the others wait.
    connect(waiting[0]!, address);
    const fd = socket(AF_INET, SOCK_STREAM);
    ended = meanwhile(`sleep 0.1; ${SIGNAL}`, b);
    const error = thrownBy(() => connectTimeout(fd, address, 10_000));
    assert.deepEqual([error.code, error.syscall], ['EINTR', 'poll']);
    await ended;
    ended = meanwhile(`sleep 0.1; ${SIGNAL}`, b);
    assert.throws(() => retryOnEintr(() => connectTimeout(waiting[1]!, address, 400)), {
      code: 'ERR_SOCKCALL_TIMEOUT',
      message: 'connect was not done within 400 ms',
    });
    assert.equal(fcntl(waiting[1]!, F_GETFL) & O_NONBLOCK, 0);
    for (const each of [fd, server, ...waiting]) close(each);
  });
});

describe('functions of several calls over a non-blocking descriptor', () => {
  it('throw EAGAIN, with what was done before', () => {
    const { a, b } = kinds[0]!.open();
    fcntl(a, 4, fcntl(a, F_GETFL) | O_NONBLOCK);
    const full = thrownBy(() => writeAll(a, Buffer.alloc(0x1000000)));
    assert.deepEqual([full.code, full.written! > 0], ['EAGAIN', true]);
    send(b, 'abc');
    const early = thrownBy(() => recvExactly(a, 4));
    assert.deepEqual([early.code, early.received?.toString()], ['EAGAIN', 'abc']);
    close(a);
    close(b);
  });
});
