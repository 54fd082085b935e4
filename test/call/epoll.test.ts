import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import {
  EPOLLERR,
  EPOLLET,
  EPOLLEXCLUSIVE,
  EPOLLHUP,
  EPOLLIN,
  EPOLLONESHOT,
  EPOLLOUT,
  EPOLLPRI,
  EPOLLRDHUP,
  EPOLL_CTL_ADD,
  EPOLL_CTL_DEL,
  EPOLL_CTL_MOD,
  FD_CLOEXEC,
  F_GETFD,
  type Fd,
  MSG_OOB,
  SHUT_WR,
  close,
  epoll_create1,
  epoll_ctl,
  epoll_wait,
  eventfd,
  fcntl,
  pipe2,
  read,
  send,
  shutdown,
  write,
} from '../../lib';
import * as raw from '../../lib/raw';
import * as result from '../../lib/result';
import { kinds, withPair } from '../helpers/kinds';
import { duration, writeLater } from '../helpers/later';

function withEpoll<T>(use: (epfd: Fd) => T): T {
  const epfd = epoll_create1();
  try {
    return use(epfd);
  } finally {
    close(epfd);
  }
}

/** An instance that watches the reading end of a pipe. */
function withWatchedPipe<T>(events: number, use: (epfd: Fd, reading: Fd, writing: Fd) => T): T {
  const ends = pipe2();
  try {
    return withEpoll((epfd) => {
      epoll_ctl(epfd, EPOLL_CTL_ADD, ends[0], events);
      return use(epfd, ...ends);
    });
  } finally {
    for (const fd of ends) raw.close(fd);
  }
}

const byte = new Uint8Array(1);

describe('epoll', function () {
  before(function () {
    if (process.platform !== 'linux') this.skip();
  });

  for (const kind of kinds) {
    it(`tells what a ${kind.name} is ready for, with the descriptor as its data`, () => {
      withPair(kind, ({ a, b }) => {
        withEpoll((epfd) => {
          epoll_ctl(epfd, EPOLL_CTL_ADD, b, EPOLLIN | EPOLLOUT);
          assert.deepEqual(epoll_wait(epfd, 8, 0), [{ events: EPOLLOUT, data: b }]);
          send(a, 'x');
          assert.deepEqual(epoll_wait(epfd, 8, 1000), [{ events: EPOLLIN | EPOLLOUT, data: b }]);
          epoll_ctl(epfd, EPOLL_CTL_MOD, b, 0);
          assert.deepEqual(epoll_wait(epfd, 8, 0), []);
          epoll_ctl(epfd, EPOLL_CTL_MOD, b, EPOLLIN);
          assert.deepEqual(epoll_wait(epfd, 8, 0), [{ events: EPOLLIN, data: b }]);
          epoll_ctl(epfd, EPOLL_CTL_DEL, b);
          assert.deepEqual(epoll_wait(epfd, 8, 0), []);
        });
      });
    });
  }

  it('level-triggered tells what is left, edge-triggered only what is new', () => {
    withWatchedPipe(EPOLLIN, (level, reading, writing) => {
      withEpoll((edge) => {
        epoll_ctl(edge, EPOLL_CTL_ADD, reading, EPOLLIN | EPOLLET);
        write(writing, 'ab');
        assert.deepEqual([epoll_wait(level, 8, 0).length, epoll_wait(edge, 8, 0).length], [1, 1]);
        assert.deepEqual([epoll_wait(level, 8, 0).length, epoll_wait(edge, 8, 0).length], [1, 0]);
        read(reading, byte);
        assert.deepEqual([epoll_wait(level, 8, 0).length, epoll_wait(edge, 8, 0).length], [1, 0]);
        write(writing, 'c');
        assert.deepEqual([epoll_wait(level, 8, 0).length, epoll_wait(edge, 8, 0).length], [1, 1]);
      });
    });
  });

  it('EPOLLONESHOT tells once, until it is armed again', () => {
    const once = EPOLLIN | EPOLLONESHOT;
    withWatchedPipe(once, (epfd, reading, writing) => {
      write(writing, 'x');
      assert.equal(epoll_wait(epfd, 8, 0).length, 1);
      write(writing, 'y');
      assert.deepEqual(epoll_wait(epfd, 8, 0), []);
      epoll_ctl(epfd, EPOLL_CTL_MOD, reading, once);
      assert.equal(epoll_wait(epfd, 8, 0).length, 1);
    });
  });

  it('EPOLLEXCLUSIVE goes with several instances, each of which sees what is there', () => {
    const exclusive = EPOLLIN | EPOLLEXCLUSIVE;
    withWatchedPipe(exclusive, (one, reading, writing) => {
      withEpoll((other) => {
        epoll_ctl(other, EPOLL_CTL_ADD, reading, exclusive);
        write(writing, 'x');
        assert.equal(epoll_wait(one, 8, 0).length, 1);
        assert.equal(epoll_wait(other, 8, 0).length, 1);
      });
    });
  });

  it('tells a half-close by EPOLLRDHUP, and a close by EPOLLHUP', () => {
    withPair('TCP over IPv4', ({ a, b }) => {
      withEpoll((epfd) => {
        const events = EPOLLIN | EPOLLRDHUP;
        epoll_ctl(epfd, EPOLL_CTL_ADD, b, events);
        shutdown(a, SHUT_WR);
        assert.deepEqual(epoll_wait(epfd, 8, 1000), [{ events, data: b }]);
        shutdown(b, SHUT_WR);
        assert.equal(epoll_wait(epfd, 8, 1000)[0]!.events & EPOLLHUP, EPOLLHUP);
      });
    });
  });

  it('tells urgent data, and a pipe that nobody reads', () => {
    withPair('TCP over IPv4', ({ a, b }) => {
      withEpoll((epfd) => {
        epoll_ctl(epfd, EPOLL_CTL_ADD, b, EPOLLPRI);
        send(a, '!', MSG_OOB);
        assert.deepEqual(epoll_wait(epfd, 8, 1000), [{ events: EPOLLPRI, data: b }]);
      });
    });
    withWatchedPipe(0, (epfd, reading, writing) => {
      epoll_ctl(epfd, EPOLL_CTL_ADD, writing);
      close(reading);
      assert.deepEqual(epoll_wait(epfd, 8, 0), [{ events: EPOLLERR, data: writing }]);
    });
  });

  it('gives at most as many events as there is room for, and the others next time', () => {
    const counters = Array.from({ length: 5 }, () => eventfd(1));
    withEpoll((epfd) => {
      for (const fd of counters) epoll_ctl(epfd, EPOLL_CTL_ADD, fd, EPOLLIN);
      const got = [...epoll_wait(epfd, 3, 0), ...epoll_wait(epfd, 3, 0)].map(({ data }) => data);
      assert.deepEqual(got.slice(0, 5), counters);
      const pairs = new Int32Array(5).fill(77);
      assert.equal(epoll_wait(epfd, pairs, 0), 2, 'an odd length has room for the pairs that fit');
      assert.equal(pairs[4], 77);
      assert.equal(epoll_wait(epfd, new Int32Array(2 * 3000), 0), 5);
      assert.equal(epoll_wait(epfd, 3000, 0).length, 5);
    });
    counters.forEach(close);
  });

  it('fills an Int32Array in every door, and touches nothing beside the events', () => {
    withWatchedPipe(EPOLLIN, (epfd, reading, writing) => {
      write(writing, 'x');
      const memory = new Int32Array(20).fill(77);
      const pairs = memory.subarray(4, 12);
      const calls = [
        () => epoll_wait(epfd, pairs, 0),
        () => raw.epoll_wait(epfd, pairs, 0),
        () => (result.epoll_wait(epfd, pairs, 0) as { value: number }).value,
      ];
      for (const call of calls) {
        memory.fill(77);
        assert.equal(call(), 1);
        assert.deepEqual([...memory.subarray(3, 7)], [77, EPOLLIN, reading, 77]);
        assert.ok(memory.subarray(7).every((value) => value === 77));
      }
      const shared = new Int32Array(new SharedArrayBuffer(16));
      assert.equal(raw.epoll_wait(epfd, shared, 0), 1);
      assert.deepEqual([...shared], [EPOLLIN, reading, 0, 0]);
    });
  });

  it('carries any int as data, whose other 32 bits in the kernel are 0', () => {
    const fd = eventfd(1);
    withEpoll((epfd) => {
      epoll_ctl(epfd, EPOLL_CTL_ADD, fd, EPOLLIN, 0);
      for (const data of [0, 1, -1, 2 ** 31 - 1, -(2 ** 31)]) {
        epoll_ctl(epfd, EPOLL_CTL_MOD, fd, EPOLLIN, data);
        assert.deepEqual(epoll_wait(epfd, 1, 0), [{ events: EPOLLIN, data }]);
        const [, kernels] = /data: +([0-9a-f]+)/.exec(readFileSync(`/proc/self/fdinfo/${epfd}`, 'utf8'))!;
        assert.equal(Number(`0x${kernels}`), data >>> 0);
      }
    });
    close(fd);
  });

  it('forgets a descriptor that is closed', () => {
    withWatchedPipe(EPOLLIN, (epfd, reading, writing) => {
      write(writing, 'x');
      close(reading);
      assert.deepEqual(epoll_wait(epfd, 8, 0), []);
    });
  });

  it('waits for the time given, and for ever for -1', async () => {
    const ends = pipe2();
    const epfd = epoll_create1();
    epoll_ctl(epfd, EPOLL_CTL_ADD, ends[0], EPOLLIN);
    assert.ok(duration(() => assert.deepEqual(epoll_wait(epfd, 8, 30), [])) >= 30);
    const written = writeLater(ends[1]);
    assert.deepEqual(epoll_wait(epfd, 8, -1), [{ events: EPOLLIN, data: ends[0] }]);
    await written;
    for (const fd of [...ends, epfd]) close(fd);
  });

  it('is close-on-exec, but not in the raw door unless asked for', () => {
    const opened = (result.epoll_create1() as { value: Fd }).value;
    const fds = [epoll_create1(), opened, raw.epoll_create1(), raw.epoll_create1(raw.EPOLL_CLOEXEC)] as Fd[];
    assert.deepEqual(
      fds.map((fd) => fcntl(fd, F_GETFD)),
      [FD_CLOEXEC, FD_CLOEXEC, 0, FD_CLOEXEC],
    );
    fds.forEach(close);
  });

  it('makes no call for what is none of its arguments', () => {
    withEpoll((epfd) => {
      const wrong = (events: unknown, timeout: unknown, code: string): void =>
        assert.throws(() => epoll_wait(epfd, events as number, timeout as number), { code });
      wrong(new Uint8Array(16), 0, 'ERR_INVALID_ARG_TYPE');
      wrong(undefined, 0, 'ERR_INVALID_ARG_TYPE');
      wrong(-1, 0, 'ERR_OUT_OF_RANGE');
      wrong(65537, 0, 'ERR_OUT_OF_RANGE');
      wrong(1, undefined, 'ERR_INVALID_ARG_TYPE');
      wrong(1, 2 ** 31, 'ERR_OUT_OF_RANGE');
      assert.throws(() => raw.epoll_wait(epfd, [] as never, 0), { code: 'ERR_INVALID_ARG_TYPE' });
      assert.throws(() => epoll_ctl(epfd, EPOLL_CTL_ADD, epfd, 2 ** 32), { code: 'ERR_OUT_OF_RANGE' });
      assert.throws(() => epoll_ctl(epfd, EPOLL_CTL_ADD, epfd, 0, 2 ** 31), { code: 'ERR_OUT_OF_RANGE' });
      const detached = new Int32Array(2);
      structuredClone(detached.buffer, { transfer: [detached.buffer] });
      assert.throws(() => raw.epoll_wait(epfd, detached, 0), { code: 'ERR_INVALID_ARG_VALUE' });
    });
  });
});
