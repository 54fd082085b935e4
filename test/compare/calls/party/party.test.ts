import assert from 'node:assert/strict';
import { F_GETFL, F_SETFL, O_NONBLOCK, fcntl } from '../../../../lib';
import { AF_UNIX, type Fd, SHUT_WR, SOCK_DGRAM, SOCK_STREAM, close, send, shutdown, socketpair } from '../../../../lib';
import { MISUSE } from '../../../../lib/core/answer';
import { answer, setWides } from '../../../../lib/core/frame';
import { type NativeCall, native } from '../../../../lib/core/native';
import { programOf } from '../../../../lib/compare/calls/arm';
import { Outcome, type Terms, failureOf, runParty, setSlice } from '../../../../lib/compare/calls/party';
import { amidSignals } from '../../../helpers/signals';

const SEND = [{ call: 'send' }] as const;
const RECV = [{ call: 'recv' }] as const;
const TERMS: Terms = {
  role: 'sink',
  send: SEND,
  recv: RECV,
  size: 8,
  messages: 3,
  untimed: 0,
  bounds: false,
  window: 0,
  slices: 1,
};

/** A pair, and another one by which it is told that it is over. */
function withPairs(type: number, use: (pair: readonly [Fd, Fd], control: readonly [Fd, Fd]) => void): void {
  const pairs = [socketpair(AF_UNIX, type), socketpair(AF_UNIX, SOCK_STREAM)] as const;
  try {
    for (const fd of pairs[0]) setSlice(fd);
    use(...pairs);
  } finally {
    pairs.flat().forEach((fd) => close(fd));
  }
}

describe('runParty', () => {
  it('receives messages in pieces, and counts the pieces', () => {
    withPairs(SOCK_STREAM, ([near, far], [control]) => {
      for (const piece of ['abcd', 'efgh12345678', '12', '345678']) send(far, piece);
      const { outcome, account } = runParty({ data: near, control }, TERMS);
      const { received, bytesReceived, shortReceives, ended, began } = account;
      assert.deepEqual([outcome, received, bytesReceived], [0, 3, 24]);
      // AF_UNIX gives what there is of all pieces together.
      assert.equal(shortReceives, 0);
      assert.ok(ended >= began && began > 0);
    });
  });

  it('takes a datagram that is too short for what it is, and counts it', () => {
    withPairs(SOCK_DGRAM, ([near, far], [control]) => {
      for (const message of ['abcd', 'abcdefgh', 'ab']) send(far, message);
      const { outcome, account } = runParty({ data: near, control }, { ...TERMS, bounds: true });
      assert.deepEqual([outcome, account.received, account.bytesReceived, account.shortReceives], [0, 3, 14, 2]);
    });
  });

  it('ends when the stream ends, though a message has begun', () => {
    withPairs(SOCK_STREAM, ([near, far], [control]) => {
      send(far, 'abcdefghij');
      shutdown(far, SHUT_WR);
      const { outcome, account } = runParty({ data: near, control }, TERMS);
      assert.deepEqual([outcome, account.received, account.shortReceives], [Outcome.END_OF_STREAM, 1, 1]);
    });
  });

  it('ends when it is called off, or when the other party is gone', () => {
    for (const over of [(other: Fd) => send(other, 'x'), (other: Fd) => shutdown(other, SHUT_WR)]) {
      withPairs(SOCK_DGRAM, ([near], [control, other]) => {
        over(other);
        const { outcome } = runParty({ data: near, control }, { ...TERMS, slices: 1000 });
        assert.equal(outcome, Outcome.CALLED_OFF);
      });
    }
  });

  it('ends after too many slices in which nothing comes, which it counts', () => {
    withPairs(SOCK_DGRAM, ([near], [control]) => {
      const { outcome, account } = runParty({ data: near, control }, { ...TERMS, slices: 2 });
      assert.deepEqual([outcome, account.eagain], [Outcome.SILENCE, 3]);
    });
  });

  for (const blocking of [true, false]) {
    const word = blocking ? 'blocks' : 'does not block';
    it(`ends as well on a descriptor that ${word}, though signals come all the time`, async () => {
      for (const calledOff of [true, false]) {
        await amidSignals(() => {
          withPairs(SOCK_DGRAM, ([near], [control, other]) => {
            if (!blocking) fcntl(near, F_SETFL, fcntl(near, F_GETFL) | O_NONBLOCK);
            if (calledOff) send(other, 'x');
            const { outcome, account } = runParty({ data: near, control }, { ...TERMS, slices: calledOff ? 1000 : 2 });
            assert.equal(outcome, calledOff ? Outcome.CALLED_OFF : Outcome.SILENCE);
            assert.ok(calledOff || account.interrupted > 0);
          });
        });
      }
    }).timeout(60_000);
  }

  it('answers more messages than an int has numbers for', () => {
    withPairs(SOCK_STREAM, ([near, far], [control]) => {
      send(far, 'abcdefgh');
      shutdown(far, SHUT_WR);
      const most = 2 ** 31 - 1;
      const terms: Terms = { ...TERMS, role: 'echo', messages: most, untimed: most };
      const { outcome, account } = runParty({ data: near, control }, terms);
      assert.deepEqual([outcome, account.sent], [Outcome.END_OF_STREAM, 1]);
    });
  });

  it('names the call that failed', () => {
    withPairs(SOCK_STREAM, ([near, far], [control]) => {
      shutdown(far, SHUT_WR);
      shutdown(near, SHUT_WR);
      const terms: Terms = { ...TERMS, role: 'ping-pong', send: [{ call: 'getsockopt' }, { call: 'writev' }] };
      const report = runParty({ data: near, control }, terms);
      const { syscall, code } = failureOf(report, terms)!;
      assert.deepEqual([syscall, code, report.account.failedWay], ['writev', 'EPIPE', 1]);
    });
  });
});

describe('the native loops of parties', () => {
  const calls = [
    native.partyPingPong,
    native.partyFixedRate,
    native.partyEcho,
    native.partySource,
    native.partySink,
  ] satisfies NativeCall[];
  const [out, into] = [programOf(SEND), programOf(RECV)];
  const terms = Int32Array.of(-1, -1, 8, 1, 0, 0, 0, 0, 1, -1, 0);
  const good = [terms, out, into, new Uint8Array(16), new Float64Array(14), new Float64Array(2)] as const;
  const wrong = (place: number, value: unknown): unknown[] =>
    good.map((each, index) => (index === place ? value : each));
  const changed = (place: number, value: number): Int32Array =>
    Int32Array.from(terms, (each, index) => (index === place ? value : each));

  it('refuse what does not fit, and make no call', () => {
    const refused = [
      [],
      wrong(0, new Int32Array(10)),
      wrong(0, 'terms'),
      wrong(0, changed(2, 0)),
      wrong(0, changed(2, 9)),
      wrong(0, changed(3, -1)),
      wrong(0, changed(4, -1)),
      wrong(0, changed(7, -1)),
      wrong(1, into),
      wrong(1, Int32Array.of(9999, 0)),
      wrong(1, new Int32Array(0)),
      wrong(2, out),
      wrong(2, Int32Array.of(1)),
      wrong(3, new Uint8Array(15)),
      wrong(4, new Float64Array(13)),
    ];
    native.startRecording(100);
    for (const call of calls) {
      for (const values of refused) {
        setWides(1);
        call(...values);
        assert.ok(answer() <= MISUSE, `${calls.indexOf(call)} ${refused.indexOf(values)}: ${answer()}`);
      }
    }
    // Where each message has values, there is room for them.
    native.partyFixedRate(...wrong(5, new Float64Array(1)));
    assert.ok(answer() <= MISUSE);
    assert.deepEqual(native.stopRecording().records, []);
  });

  it('take any descriptor, and answer what the kernel does', () => {
    for (const call of calls) {
      setWides(1);
      call(...good);
      assert.equal(answer(), -9);
    }
  });
});
