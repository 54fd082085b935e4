import assert from 'node:assert/strict';
import {
  EAGAIN,
  EFD_NONBLOCK,
  EFD_SEMAPHORE,
  EINVAL,
  FD_CLOEXEC,
  F_GETFD,
  F_GETFL,
  type Fd,
  O_DIRECT,
  O_NONBLOCK,
  POLLIN,
  POLLOUT,
  close,
  eventfd,
  fcntl,
  pipe2,
  poll,
  read,
  write,
} from '../../lib';
import * as raw from '../../lib/raw';
import * as result from '../../lib/result';

function withFds<T extends readonly number[], R>(fds: T, use: (...fds: T) => R): R {
  try {
    return use(...fds);
  } finally {
    for (const fd of fds) raw.close(fd);
  }
}

const flagsOf = (fds: readonly number[]): number[] => fds.map((fd) => raw.fcntl(fd, F_GETFD));

describe('pipe2', function () {
  before(function () {
    if (process.platform !== 'linux') this.skip();
  });

  it('gives the reading end first', () => {
    withFds(pipe2(), (reading, writing) => {
      const buffer = Buffer.alloc(8);
      write(writing, 'text');
      assert.equal(read(reading, buffer), 4);
      assert.equal(buffer.toString('utf8', 0, 4), 'text');
      close(writing);
      assert.equal(read(reading, buffer), 0);
    });
  });

  it('makes both ends non-blocking, and packets of what is written', () => {
    withFds(pipe2(O_NONBLOCK | O_DIRECT), (reading, writing) => {
      assert.equal(raw.read(reading, new Uint8Array(1)), -EAGAIN);
      for (const fd of [reading, writing]) assert.equal(fcntl(fd, F_GETFL) & O_NONBLOCK, O_NONBLOCK);
      write(writing, 'one');
      write(writing, 'two');
      assert.equal(read(reading, new Uint8Array(100)), 3);
    });
  });

  it('is close-on-exec, but not in the raw door unless asked for', () => {
    const [sv, cloexec] = [new Int32Array(2), new Int32Array(2)];
    assert.deepEqual([raw.pipe2(0, sv), raw.pipe2(raw.O_CLOEXEC, cloexec)], [0, 0]);
    const { value } = result.pipe2() as { value: [Fd, Fd] };
    withFds([...pipe2(), ...value, ...sv, ...cloexec], (...fds) => {
      assert.deepEqual(flagsOf(fds), [...Array<number>(4).fill(FD_CLOEXEC), 0, 0, FD_CLOEXEC, FD_CLOEXEC]);
    });
  });

  it('makes no pipe when there is no place for its descriptors', () => {
    assert.throws(() => raw.pipe2(0, new Int32Array(1)), { code: 'ERR_OUT_OF_RANGE' });
    assert.throws(() => raw.pipe2(0, new Uint8Array(8) as never), { code: 'ERR_INVALID_ARG_TYPE' });
    assert.throws(() => pipe2('0' as never), { code: 'ERR_INVALID_ARG_TYPE' });
  });
});

describe('eventfd', function () {
  before(function () {
    if (process.platform !== 'linux') this.skip();
  });

  const value = new BigUint64Array(1);

  it('is a counter that read gives and sets to 0, and write adds to', () => {
    withFds([eventfd(7, EFD_NONBLOCK)], (fd) => {
      assert.deepEqual([read(fd, value), value[0]], [8, 7n]);
      assert.equal(raw.read(fd, value), -EAGAIN);
      write(fd, BigUint64Array.of(2n ** 40n));
      write(fd, BigUint64Array.of(1n));
      assert.deepEqual([read(fd, value), value[0]], [8, 2n ** 40n + 1n]);
    });
  });

  it('starts with any 32 bits', () => {
    for (const initval of [0, 1, 2 ** 31, 2 ** 32 - 1]) {
      withFds([eventfd(initval, EFD_NONBLOCK)], (fd) => {
        assert.equal(raw.read(fd, value), initval === 0 ? -EAGAIN : 8);
        if (initval > 0) assert.equal(value[0], BigInt(initval));
      });
    }
    for (const wrong of [-1, 2 ** 32, 0.5]) assert.throws(() => eventfd(wrong), { code: 'ERR_OUT_OF_RANGE' });
  });

  it('with EFD_SEMAPHORE gives one at a time', () => {
    withFds([eventfd(2, EFD_SEMAPHORE | EFD_NONBLOCK)], (fd) => {
      for (let turn = 0; turn < 2; turn++) assert.deepEqual([read(fd, value), value[0]], [8, 1n]);
      assert.equal(raw.read(fd, value), -EAGAIN);
    });
  });

  it('is readable above 0, writable below its largest value, and takes 8 bytes only', () => {
    withFds([eventfd(0, EFD_NONBLOCK)], (fd) => {
      const ready = (): number => poll([{ fd, events: POLLIN | POLLOUT }], 0)[0]!.revents;
      assert.equal(ready(), POLLOUT);
      assert.equal(raw.write(fd, new Uint8Array(4)), -EINVAL);
      assert.equal(raw.write(fd, BigUint64Array.of(2n ** 64n - 1n)), -EINVAL);
      write(fd, BigUint64Array.of(2n ** 64n - 2n));
      assert.equal(ready(), POLLIN);
      assert.equal(raw.write(fd, BigUint64Array.of(1n)), -EAGAIN);
      assert.equal(raw.read(fd, new Uint8Array(4)), -EINVAL);
    });
  });

  it('is close-on-exec, but not in the raw door unless asked for', () => {
    const { value: other } = result.eventfd() as { value: Fd };
    withFds([eventfd(), other, raw.eventfd(), raw.eventfd(0, raw.EFD_CLOEXEC)], (...fds) => {
      assert.deepEqual(flagsOf(fds), [FD_CLOEXEC, FD_CLOEXEC, 0, FD_CLOEXEC]);
    });
  });
});
