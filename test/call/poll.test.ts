import assert from 'node:assert/strict';
import {
  F_DUPFD_CLOEXEC,
  FD_SETSIZE,
  type Fd,
  MSG_OOB,
  POLLERR,
  POLLHUP,
  POLLIN,
  POLLNVAL,
  POLLOUT,
  POLLPRI,
  POLLRDHUP,
  SHUT_WR,
  asFd,
  close,
  fcntl,
  pipe2,
  poll,
  read,
  select,
  send,
  shutdown,
  write,
} from '../../lib';
import * as raw from '../../lib/raw';
import * as result from '../../lib/result';
import { kinds, withPair } from '../helpers/kinds';
import { duration, writeLater } from '../helpers/later';

const AT_ONCE = { seconds: 0, microseconds: 0 };
const streams = kinds.filter(({ stream }) => stream);

/** A pipe for the time of a function. Either end may be closed in it. */
function withPipe<T>(use: (reading: Fd, writing: Fd) => T): T {
  const ends = pipe2();
  try {
    return use(...ends);
  } finally {
    for (const fd of ends) raw.close(fd);
  }
}

describe('poll', () => {
  for (const kind of kinds) {
    it(`tells what a ${kind.name} is ready for`, () => {
      withPair(kind, ({ a, b }) => {
        const both = POLLIN | POLLOUT;
        assert.deepEqual(poll([{ fd: b, events: both }], 0), [{ fd: b, revents: POLLOUT }]);
        send(a, 'x');
        assert.deepEqual(poll([{ fd: b, events: both }], 1000), [{ fd: b, revents: both }]);
        assert.deepEqual(poll([{ fd: b, events: POLLIN }], 0), [{ fd: b, revents: POLLIN }]);
      });
    });
  }

  for (const kind of streams) {
    it(`tells the end of a ${kind.name}`, () => {
      withPair(kind, ({ a, b }) => {
        shutdown(a, SHUT_WR);
        const events = POLLIN | POLLRDHUP;
        assert.deepEqual(poll([{ fd: b, events }], 1000), [{ fd: b, revents: events }]);
        shutdown(b, SHUT_WR);
        const [ready] = poll([{ fd: b, events }], 1000);
        assert.equal(ready!.revents & POLLHUP, POLLHUP, 'unasked');
      });
    });
  }

  it('gives those that are ready in the order given, the same one twice if it was given twice', () => {
    withPipe((reading, writing) => {
      write(writing, 'x');
      const [r, w] = [
        { fd: reading, events: POLLIN },
        { fd: writing, events: POLLOUT },
      ];
      const fds = (...entries: { fd: Fd; events: number }[]): number[] => poll(entries, 0).map(({ fd }) => fd);
      assert.deepEqual(fds(w, r), [writing, reading]);
      assert.deepEqual(fds(r, w, r), [reading, writing, reading]);
    });
  });

  it('skips a negative descriptor, and marks one that is not open', () => {
    withPipe((reading, writing) => {
      close(reading);
      const events = POLLIN | POLLOUT;
      const fds = [asFd(-1), reading, asFd(-(2 ** 31)), writing].map((fd) => ({ fd, events }));
      assert.deepEqual(poll(fds, 0), [
        { fd: reading, revents: POLLNVAL },
        { fd: writing, revents: POLLOUT | POLLERR },
      ]);
    });
  });

  it('tells that nobody writes to a pipe any more', () => {
    withPipe((reading, writing) => {
      close(writing);
      assert.deepEqual(poll([{ fd: reading, events: 0 }], -1), [{ fd: reading, revents: POLLHUP }]);
    });
  });

  it('tells urgent data', () => {
    withPair('TCP over IPv4', ({ a, b }) => {
      send(a, '!', MSG_OOB);
      assert.deepEqual(poll([{ fd: b, events: POLLPRI }], 1000), [{ fd: b, revents: POLLPRI }]);
    });
  });

  it('waits for the time given, not at all for 0, and for ever for -1', async () => {
    const ends = pipe2();
    const fds = [{ fd: ends[0], events: POLLIN }];
    assert.ok(duration(() => assert.deepEqual(poll(fds, 30), [])) >= 30);
    assert.deepEqual(poll([], 0), []);
    const written = writeLater(ends[1]);
    assert.deepEqual(poll(fds, -1), [{ fd: ends[0], revents: POLLIN }]);
    await written;
    ends.forEach(close);
  });

  it('fills an Int32Array in every door, and touches nothing beside it', () => {
    withPipe((reading, writing) => {
      write(writing, 'x');
      const memory = new Int32Array(20).fill(77);
      const fds = memory.subarray(4, 13);
      for (const call of [poll, raw.poll, (of: Int32Array, timeout: number) => unwrap(result.poll(of, timeout))]) {
        fds.set([writing, POLLIN, 9, -1, POLLIN, 9, reading, POLLIN, 9]);
        assert.equal(call(fds, 0), 1);
        assert.deepEqual([...fds], [writing, POLLIN, 0, -1, POLLIN, 0, reading, POLLIN, POLLIN]);
        assert.ok([...memory.subarray(0, 4), ...memory.subarray(13)].every((value) => value === 77));
      }
    });
  });

  it('takes hundreds of descriptors', () => {
    withPipe((reading, writing) => {
      write(writing, 'x');
      const fds = Array.from({ length: 700 }, () => ({ fd: reading, events: POLLIN }));
      assert.equal(poll(fds, 0).length, 700);
      assert.equal(poll(fds.slice(0, 65), 0).length, 65);
    });
  });

  it('makes no call for what is none of its arguments', () => {
    const wrong = (fds: unknown, code: string): void =>
      assert.throws(() => poll(fds as [], 0), { code }, JSON.stringify(fds));
    wrong(undefined, 'ERR_INVALID_ARG_TYPE');
    wrong([3], 'ERR_INVALID_ARG_TYPE');
    wrong([{ fd: 3 }], 'ERR_INVALID_ARG_TYPE');
    wrong([{ fd: 2 ** 31, events: 0 }], 'ERR_OUT_OF_RANGE');
    wrong([{ fd: 3, events: 0x10000 }], 'ERR_OUT_OF_RANGE');
    wrong([{ fd: 3, events: -1 }], 'ERR_OUT_OF_RANGE');
    wrong(new Int32Array(4), 'ERR_INVALID_ARG_VALUE');
    wrong(new Int16Array(3), 'ERR_INVALID_ARG_TYPE');
    assert.throws(() => raw.poll(Int32Array.of(1, 1, 0, 1, 0x10000, 0), 0), /"fds\[4\]" is out of range.* 65536/);
    assert.throws(() => poll([], undefined as never), { code: 'ERR_INVALID_ARG_TYPE' });
    assert.throws(() => poll([], 2 ** 31), { code: 'ERR_OUT_OF_RANGE' });
  });

  it('refuses an array that was detached', () => {
    const fds = new Int32Array(3);
    structuredClone(fds.buffer, { transfer: [fds.buffer] });
    assert.throws(() => raw.poll(fds, 0), { code: 'ERR_INVALID_ARG_VALUE' });
  });
});

function unwrap<T>(outcome: { ok: true; value: T } | { ok: false }): T {
  assert.ok(outcome.ok);
  return outcome.value;
}

describe('select', () => {
  it('gives those of each set that are ready, in the order given', () => {
    withPair('TCP over IPv4', ({ a, b }) => {
      send(a, 'x');
      send(a, '!', MSG_OOB);
      poll([{ fd: b, events: POLLPRI }], 1000);
      const { readfds, writefds, exceptfds } = select([a, b], [b, a, b], [a, b], AT_ONCE);
      assert.deepEqual({ readfds, writefds, exceptfds }, { readfds: [b], writefds: [b, a, b], exceptfds: [b] });
      const { value } = result.select([b, a], [], undefined, AT_ONCE) as { value: unknown };
      assert.deepEqual(value, { readfds: [b], writefds: [], exceptfds: [], timeout: AT_ONCE });
    });
  });

  it('waits for the time given, and tells what is left of it', () => {
    withPipe((reading, writing) => {
      const timeout = { seconds: 0, microseconds: 30_000 };
      let left: unknown;
      assert.ok(duration(() => (left = select([reading], [], [], timeout).timeout)) >= 30);
      assert.deepEqual(left, process.platform === 'linux' ? AT_ONCE : timeout);
      assert.deepEqual(timeout, { seconds: 0, microseconds: 30_000 }, 'it is not written to');
      write(writing, 'x');
      const { seconds, microseconds } = select([reading], [], [], { seconds: 5, microseconds: 0 }).timeout!;
      assert.ok(seconds === 5 || (seconds === 4 && microseconds > 0));
    });
  });

  it('waits for ever without a timeout', async () => {
    const ends = pipe2();
    const written = writeLater(ends[1]);
    assert.deepEqual(select([ends[0]]), { readfds: [ends[0]], writefds: [], exceptfds: [], timeout: undefined });
    await written;
    ends.forEach(close);
  });

  it('refuses a descriptor that has no place in a set, although it is open', () => {
    withPipe((reading) => {
      const high = asFd(fcntl(reading, F_DUPFD_CLOEXEC, FD_SETSIZE));
      try {
        for (const fd of [high, asFd(-1), asFd(2 ** 31)]) {
          const refused = { name: 'RangeError', code: 'ERR_OUT_OF_RANGE' };
          assert.throws(() => select([reading, fd], [], [], AT_ONCE), refused);
          assert.throws(() => select([], [fd], [], AT_ONCE), refused);
          assert.throws(() => result.select([], [], [fd], AT_ONCE), refused);
          assert.throws(() => new raw.FdSet([fd]), refused);
          const set = new raw.FdSet();
          for (const use of [() => set.add(fd), () => set.delete(fd), () => set.has(fd)]) assert.throws(use, refused);
        }
        assert.deepEqual(poll([{ fd: high, events: POLLIN }], 0), [], 'poll takes it');
      } finally {
        close(high);
      }
    });
  });

  it('sees the last descriptor that has a place', () => {
    withPipe((reading, writing) => {
      const last = asFd(fcntl(writing, F_DUPFD_CLOEXEC, FD_SETSIZE - 1));
      try {
        assert.equal(last, FD_SETSIZE - 1);
        assert.deepEqual(select([reading], [last], [], AT_ONCE).writefds, [last]);
        write(last, 'x');
        assert.deepEqual(select([reading], [last], [], AT_ONCE).readfds, [reading]);
      } finally {
        close(last);
      }
    });
  });

  it('of the raw door writes into the sets and the timeout of the caller, which may be used again', () => {
    withPipe((reading, writing) => {
      const all = new raw.FdSet([reading, writing]);
      const [readfds, writefds] = [new raw.FdSet(), new raw.FdSet()];
      const timeout = { seconds: 0, microseconds: 1000 };
      assert.equal(raw.select(readfds.copy(all), undefined, undefined, timeout), 0);
      assert.deepEqual([readfds.has(reading), readfds.has(writing)], [false, false]);
      if (process.platform === 'linux') assert.deepEqual(timeout, AT_ONCE);
      write(writing, 'x');
      assert.equal(raw.select(readfds.copy(all), writefds.copy(all), new raw.FdSet(), timeout), 2);
      assert.deepEqual([readfds.has(reading), readfds.has(writing)], [true, false]);
      assert.deepEqual([writefds.has(reading), writefds.has(writing)], [false, true]);
      assert.deepEqual([all.has(reading), all.has(writing)], [true, true]);
      read(reading, new Uint8Array(1));
      assert.equal(raw.select(readfds.clear().add(reading), writefds.delete(writing), undefined, timeout), 0);
    });
  });

  it('makes no call for what is none of its arguments', () => {
    const wrong = (args: unknown[], code: string): void =>
      assert.throws(() => (select as (...args: unknown[]) => unknown)(...args), { code });
    wrong([3], 'ERR_INVALID_ARG_TYPE');
    wrong([['3'], [], [], AT_ONCE], 'ERR_INVALID_ARG_TYPE');
    wrong([[], [], [], null], 'ERR_INVALID_ARG_TYPE');
    wrong([[], [], [], 0], 'ERR_INVALID_ARG_TYPE');
    wrong([[], [], [], {}], 'ERR_INVALID_ARG_TYPE');
    wrong([[], [], [], { seconds: 0.5, microseconds: 0 }], 'ERR_OUT_OF_RANGE');
    wrong([[], [], [], { seconds: 0, microseconds: 2 ** 31 }], 'ERR_OUT_OF_RANGE');
    for (const set of [[], new Uint8Array(128), Object.create(raw.FdSet.prototype), null]) {
      assert.throws(() => raw.select(set as never, undefined, undefined, AT_ONCE), { code: 'ERR_INVALID_ARG_TYPE' });
      assert.throws(() => new raw.FdSet().copy(set as never), { code: 'ERR_INVALID_ARG_TYPE' });
    }
  });
});
