import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { closeSync, openSync, readSync } from 'node:fs';
import {
  AF_INET,
  AF_UNIX,
  FD_CLOEXEC,
  F_DUPFD,
  F_DUPFD_CLOEXEC,
  F_GETFD,
  F_GETFL,
  F_SETFD,
  F_SETFL,
  type Fd,
  O_CLOEXEC,
  O_NONBLOCK,
  SHUT_RDWR,
  SOCK_STREAM,
  asFd,
  close,
  dup,
  dup2,
  dup3,
  fcntl,
  getsockname,
  inet,
  bind,
  listen,
  accept,
  connect,
  recv,
  send,
  shutdown,
  socket,
  socketpair,
} from '../../lib';
import * as raw from '../../lib/raw';
import * as result from '../../lib/result';

const isOpen = (fd: number): boolean => raw.fcntl(fd, F_GETFD) >= 0;
const isCloexec = (fd: number): boolean => (raw.fcntl(fd, F_GETFD) & FD_CLOEXEC) !== 0;

/** A number that is free, far above those that the kernel gives. */
function freeNumber(from = 700): number {
  let fd = from;
  while (isOpen(fd)) fd++;
  return fd;
}

/** Whether a child process that Node starts has the descriptor. */
function isInherited(fd: number): boolean {
  const { stdout } = spawnSync('sh', ['-c', `[ -e /proc/self/fd/${fd} ] && echo yes || echo no`], { encoding: 'utf8' });
  return stdout.trim() === 'yes';
}

describe('dup, dup2, dup3', () => {
  let a: Fd;
  let b: Fd;
  let opened: number[];
  beforeEach(() => {
    [a, b] = socketpair(AF_UNIX, SOCK_STREAM);
    opened = [a, b];
  });
  afterEach(() => new Set(opened.filter(isOpen)).forEach((fd) => raw.close(fd)));

  function own<T extends number>(fd: T): T {
    opened.push(fd);
    return fd;
  }

  it('are the same open file: what one sends the other sends, and either may be closed', () => {
    const second = own(dup(a));
    assert.notEqual(second, a);
    send(second, 'one');
    close(a);
    send(second, 'two');
    assert.equal(recv(b, new Uint8Array(16)), 6);
    close(second);
    assert.equal(recv(b, new Uint8Array(16)), 0);
  });

  it('share O_NONBLOCK, and not close-on-exec', () => {
    const second = own(dup(a));
    fcntl(a, F_SETFL, fcntl(a, F_GETFL) | O_NONBLOCK);
    assert.notEqual(fcntl(second, F_GETFL) & O_NONBLOCK, 0);
    fcntl(second, F_SETFD, 0);
    assert.equal(isCloexec(a), true);
  });

  it('share the offset of a file', () => {
    const fd = own(asFd(openSync(__filename, 'r')));
    const second = own(dup(fd));
    const bytes = Buffer.alloc(6);
    readSync(fd, bytes, 0, 3, null);
    readSync(second, bytes, 3, 3, null);
    assert.equal(bytes.toString(), 'import');
    closeSync(fd);
  });

  it('are all hung up by shutdown', () => {
    const second = own(dup(a));
    shutdown(second, SHUT_RDWR);
    assert.equal(recv(a, new Uint8Array(1)), 0);
    assert.equal(recv(b, new Uint8Array(1)), 0);
  });

  it('give the lowest free number, and the number that is wanted', () => {
    const second = own(dup(a));
    close(second);
    assert.equal(own(dup(a)), second);
    const wanted = freeNumber();
    assert.equal(own(dup2(a, wanted)), wanted);
    assert.equal(own(dup3(a, wanted + 1, 0)), wanted + 1);
    assert.equal(own(raw.dup2(a, wanted + 2)), wanted + 2);
    assert.equal(own(raw.dup3(a, wanted + 3, 0)), wanted + 3);
    const answered = result.dup2(a, wanted + 4);
    assert.deepEqual(answered, { ok: true, value: own(wanted + 4) });
    assert.deepEqual(result.dup3(a, own(wanted + 5), O_CLOEXEC), { ok: true, value: wanted + 5 });
    const third = result.dup(a);
    assert.ok(third.ok);
    own(third.value);
  });

  it('close what the number was before', () => {
    const [c, d] = socketpair(AF_UNIX, SOCK_STREAM);
    own(c);
    own(d);
    dup2(a, c);
    assert.equal(recv(d, new Uint8Array(1)), 0);
    send(c, 'x');
    assert.equal(recv(b, new Uint8Array(1)), 1);
    dup3(a, d, 0);
    send(d, 'y');
    assert.equal(recv(b, new Uint8Array(1)), 1);
  });

  it('outside the raw door are close-on-exec, and a child process does not have them', () => {
    const wanted = freeNumber();
    for (const fd of [dup(a), dup2(a, wanted), dup3(a, wanted + 1, 0)].map(own)) {
      assert.equal(isCloexec(fd), true);
      assert.equal(isInherited(fd), false);
      fcntl(fd, F_SETFD, 0);
      assert.equal(isInherited(fd), true);
    }
  });

  it('in the raw door are not, unless it is asked for', () => {
    const wanted = freeNumber();
    const plain = [raw.dup(a), raw.dup2(a, wanted), raw.dup3(a, wanted + 1, 0)].map(own);
    assert.deepEqual(plain.map(isCloexec), [false, false, false]);
    assert.equal(isInherited(wanted), true);
    assert.equal(isCloexec(own(raw.dup3(a, wanted + 2, O_CLOEXEC))), true);
  });

  it('of a number onto itself: dup2 leaves all as it is, dup3 fails', () => {
    fcntl(a, F_SETFD, 0);
    assert.equal(dup2(a, a), a);
    assert.equal(raw.dup2(a, a), a);
    assert.equal(isCloexec(a), false);
    assert.throws(() => dup3(a, a, 0), { code: 'EINVAL', syscall: 'dup3' });
  });

  it('by fcntl give the lowest free number from one on', () => {
    const wanted = freeNumber(800);
    assert.equal(own(fcntl(a, F_DUPFD, wanted)), wanted);
    assert.equal(isCloexec(wanted), false);
    assert.equal(own(fcntl(a, F_DUPFD_CLOEXEC, wanted)), freeNumber(wanted) - 1);
    assert.equal(isCloexec(freeNumber(wanted) - 1), true);
  });

  it('report errors by their own names, whatever call it was', () => {
    assert.throws(() => dup(asFd(-1)), { code: 'EBADF', syscall: 'dup', fd: -1 });
    assert.throws(() => dup2(asFd(-1), 900), { code: 'EBADF', syscall: 'dup2' });
    assert.throws(() => dup('3' as never), { code: 'ERR_INVALID_ARG_TYPE', message: /"oldfd"/ });
    assert.throws(() => dup2(a, 2 ** 31), { code: 'ERR_OUT_OF_RANGE', message: /"newfd"/ });
    assert.throws(() => dup3(a, 900, 1.5), { code: 'ERR_OUT_OF_RANGE', message: /"flags"/ });
  });

  it('know what the compiler knows of the old one', () => {
    const server = own(socket(AF_INET, SOCK_STREAM));
    bind(server, inet('127.0.0.1', 0));
    listen(server);
    const second = own(dup(server));
    const client = own(socket(AF_INET, SOCK_STREAM));
    connect(client, getsockname(second));
    own(accept(second).fd);
  });
});
