import assert from 'node:assert/strict';
import {
  AF_UNIX,
  F_SETFL,
  O_NONBLOCK,
  SHUT_WR,
  SOCK_STREAM,
  close,
  fcntl,
  recv,
  shutdown,
  socketpair,
} from '../../../lib';
import { answer, setInts, setSlice } from '../../../lib/core/frame';
import { native } from '../../../lib/core/native';
import { type ArmName, arms } from '../../../lib/compare/arm';
import { type Counts, UNTIMED, measureBlock, measureClock } from '../../../lib/compare/block';
import { type Pair, closePair, transportNames, transports } from '../../../lib/compare/transport';

const armNames = Object.keys(arms) as ArmName[];

function withPair<T>(pair: Pair, use: (pair: Pair) => T): T {
  try {
    return use(pair);
  } finally {
    closePair(pair);
  }
}

function failureOf(counts: Counts): unknown[] {
  const { syscall, code } = counts.error ?? {};
  return [syscall, code, counts.calls, counts.failed];
}

describe('measureBlock', () => {
  for (const name of transportNames) {
    for (const arm of armNames) {
      it(`counts calls of ${arm}() on ${name}, none of them short`, () => {
        withPair(transports[name].open(), (pair) => {
          for (const size of [1, 1024, 65536]) {
            const { calls, ns, short, failed, error } = measureBlock(pair, arm, size, 20);
            assert.deepEqual([calls, failed, error], [20, 0, undefined]);
            // A TCP window may be smaller than the largest message.
            if (size < 65536) assert.equal(short, 0);
            assert.ok(ns > 0 && Number.isInteger(ns), String(ns));
          }
          fcntl(pair.receiver, F_SETFL, O_NONBLOCK);
          assert.throws(() => recv(pair.receiver, new Uint8Array(1)), { code: 'EAGAIN' });
        });
      });
    }
  }

  it('makes the calls that it says, the timed ones by the arm', () => {
    withPair(transports.socketpair.open(), (pair) => {
      for (const [arm, names] of [
        ['send', ['send', 'recv']],
        ['write', ['write', 'recv']],
        ['recv', ['send', 'recv']],
        ['read', ['send', 'read']],
      ] as const) {
        native.startRecording(1000);
        measureBlock(pair, arm, 64, 3);
        const { records } = native.stopRecording();
        assert.deepEqual(
          records.map(({ name, result }) => [name, result]),
          new Array(UNTIMED + 3).fill(names.map((name) => [name, 64])).flat(),
        );
      }
    });
  });

  it('stops at EPIPE when the peer is closed', () => {
    for (const arm of ['send', 'write'] as const) {
      const pair = transports.socketpair.open();
      close(pair.receiver);
      // The descriptor of the counterpart is another's by now, and is not used.
      const counts = measureBlock({ ...pair, receiver: pair.sender }, arm, 64, 20);
      close(pair.sender);
      assert.deepEqual(failureOf(counts), [arm, 'EPIPE', 0, 1]);
    }
  });

  it('stops at EPIPE on TCP when the sender has ended the stream', () => {
    withPair(transports.tcp.open(), (pair) => {
      shutdown(pair.sender, SHUT_WR);
      assert.deepEqual(failureOf(measureBlock(pair, 'write', 64, 20)), ['write', 'EPIPE', 0, 1]);
    });
  });

  it('stops at EAGAIN when nothing comes and the descriptor does not block', () => {
    withPair(transports.socketpair.open(), (pair) => {
      const [elsewhere, other] = socketpair(AF_UNIX, SOCK_STREAM);
      fcntl(pair.receiver, F_SETFL, O_NONBLOCK);
      for (const arm of ['recv', 'read'] as const) {
        const counts = measureBlock({ sender: elsewhere, receiver: pair.receiver }, arm, 64, 20);
        assert.deepEqual(failureOf(counts), [arm, 'EAGAIN', 0, 1]);
      }
      close(elsewhere);
      close(other);
    });
  });

  it('names the counterpart if that is what failed', () => {
    const pair = transports.socketpair.open();
    close(pair.sender);
    const counts = measureBlock({ ...pair, sender: pair.receiver }, 'recv', 64, 20);
    close(pair.receiver);
    assert.deepEqual(failureOf(counts), ['send', 'EPIPE', 0, 1]);
  });

  it('counts short calls', () => {
    withPair(transports.socketpair.open(), (pair) => {
      shutdown(pair.sender, SHUT_WR);
      // The end of the stream is always there to be read, and the other direction takes the counterpart's messages.
      const counts = measureBlock({ sender: pair.receiver, receiver: pair.receiver }, 'recv', 64, 20);
      assert.deepEqual([counts.calls, counts.short, counts.failed], [20, 20 + UNTIMED, 0]);
    });
  });
});

describe('the native loop', () => {
  it('refuses buffers that do not fit, and touches none', () => {
    withPair(transports.socketpair.open(), (pair) => {
      const measure = (buffer: unknown, counters: unknown, size: number): number => {
        setInts(pair.sender, pair.receiver, 5, 0);
        setSlice(0, size);
        native.measureSend(buffer, counters);
        return answer();
      };
      const [buffer, counters] = [new Uint8Array(64), new Float64Array(5)];
      assert.equal(measure(buffer, counters, 32), 0);
      const refused: [unknown, unknown, number][] = [
        [buffer, counters, 33],
        [buffer, counters, 65],
        [buffer, counters, 0],
        [buffer, new Float64Array(4), 32],
        [new Uint8Array(63), counters, 32],
        [undefined, counters, 32],
        [buffer, 'no array', 32],
      ];
      for (const each of refused) assert.ok(measure(...each) < -0x7fffff00, String(each));
    });
  });
});

describe('measureClock', () => {
  it('gives what two readings are apart', () => {
    const ns = measureClock();
    assert.ok(ns > 0 && ns < 1e6, String(ns));
  });
});
