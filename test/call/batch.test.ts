import assert from 'node:assert/strict';
import {
  AF_INET,
  FD_CLOEXEC,
  F_GETFD,
  type Address,
  type Fd,
  type InetAddress,
  MSG_CTRUNC,
  MSG_DONTWAIT,
  MSG_TRUNC,
  MSG_WAITFORONE,
  MessageBatch,
  SOCK_DGRAM,
  SOL_SOCKET,
  SO_RCVTIMEO,
  SO_TIMESTAMP,
  Sockaddr,
  bind,
  close,
  connect,
  fcntl,
  getsockname,
  inet,
  recv,
  recvmmsg,
  send,
  sendmmsg,
  setsockopt,
  socket,
} from '../../lib';
import * as raw from '../../lib/raw';
import * as result from '../../lib/result';
import { closedAddress } from '../errno/arrange';
import { kinds, withPair } from '../helpers/kinds';

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString();

function withSockets(count: number, use: (fds: Fd[], addresses: InetAddress[]) => void): void {
  const fds = Array.from({ length: count }, () => socket(AF_INET, SOCK_DGRAM));
  try {
    fds.forEach((fd) => bind(fd, inet('127.0.0.1', 0)));
    use(fds, fds.map<InetAddress>(getsockname));
  } finally {
    fds.forEach(close);
  }
}

function batchOf(...messages: (readonly [string, (Address | Sockaddr)?])[]): MessageBatch {
  const batch = new MessageBatch(messages.length, { size: 32 });
  messages.forEach(([data, address], index) => batch.put(index, data, address));
  return batch;
}

describe('sendmmsg and recvmmsg', () => {
  before(function () {
    if (process.platform !== 'linux') this.skip();
  });

  for (const kind of kinds.filter(({ stream }) => !stream)) {
    it(`carry many messages over a ${kind.name}, each whole`, () => {
      withPair(kind, ({ a, b }) => {
        const batch = batchOf(['one'], [''], ['three'], ['Grüße']);
        assert.equal(sendmmsg(a, batch), 4);
        assert.deepEqual([...batch.lengths], [3, 0, 5, 7]);
        const got = new MessageBatch(6, { size: 16 });
        assert.equal(recvmmsg(b, got, MSG_WAITFORONE), 4);
        assert.deepEqual(
          [...got.messages(4)].map(({ data }) => text(data)),
          ['one', '', 'three', 'Grüße'],
        );
        const from = kind.name.startsWith('UDP') ? getsockname(a) : undefined;
        for (const { address, flags, control } of got.messages(4)) {
          assert.deepEqual(address, from);
          assert.equal(flags & ~raw.MSG_CMSG_CLOEXEC, kind.name.includes('seqpacket') ? flags : 0);
          assert.equal(control.length, 0);
        }
      });
    });

    it(`use the caller’s own buffers over a ${kind.name}, and touch no byte beside them`, () => {
      withPair(kind, ({ a, b }) => {
        const memory = new Uint8Array(32).fill(0xee);
        const out = new MessageBatch([Buffer.from('abcdef'), new Uint16Array([0x4141, 0x4242]), new ArrayBuffer(3)]);
        out.lengths.set([2, 4, 3]);
        assert.equal(sendmmsg(a, out), 3);
        const got = new MessageBatch([memory.subarray(4, 12), memory.subarray(16, 18), memory.subarray(20, 30)]);
        assert.equal(recvmmsg(b, got), 3);
        assert.deepEqual([...got.lengths], [2, 2, 3]);
        const expected = new Uint8Array(32).fill(0xee);
        expected.set(Buffer.from('ab'), 4);
        expected.set(Buffer.from('AA'), 16);
        expected.fill(0, 20, 23);
        assert.deepEqual(memory, expected);
        assert.deepEqual(
          [...got.flags].map((flags) => (flags & MSG_TRUNC) !== 0),
          [false, true, false],
        );
      });
    });

    it(`give a message’s real length with MSG_TRUNC over a ${kind.name}`, () => {
      withPair(kind, ({ a, b }) => {
        send(a, new Uint8Array(50));
        const got = new MessageBatch(2, { size: 8 });
        assert.equal(recvmmsg(b, got, MSG_TRUNC | MSG_DONTWAIT), 1);
        assert.equal(got.lengths[0], 50);
        assert.equal(got.message(0).data.length, 8);
        assert.throws(() => sendmmsg(a, got), { code: 'ERR_OUT_OF_RANGE', message: /batch.lengths\[0\]/ });
      });
    });
  }

  for (const kind of kinds.filter(({ stream }) => stream)) {
    it(`carry bytes over a ${kind.name} as well`, () => {
      withPair(kind, ({ a, b }) => {
        assert.equal(sendmmsg(a, batchOf(['ab'], ['cd'])), 2);
        const got = new MessageBatch(3, { size: 3 });
        assert.equal(recvmmsg(b, got, MSG_DONTWAIT), 2);
        assert.deepEqual(
          [...got.messages(2)].map(({ data }) => text(data)),
          ['abc', 'd'],
        );
      });
    });
  }

  it('send each message to an address of its own, and tell who sent each', () => {
    withSockets(3, ([a, b, c], [, to, other]) => {
      const batch = batchOf(['to b', to], ['to c', new Sockaddr(other)], ['to b again', to]);
      assert.equal(sendmmsg(a!, batch), 3);
      assert.equal(sendmmsg(c!, batchOf(['from c', to])), 1);
      const got = new MessageBatch(4, { size: 16 });
      assert.equal(recvmmsg(b!, got, MSG_DONTWAIT), 3);
      assert.deepEqual(
        [...got.messages(3)].map(({ data, address }) => [text(data), address]),
        [
          ['to b', getsockname(a!)],
          ['to b again', getsockname(a!)],
          ['from c', other],
        ],
      );
      assert.equal(recv(c!, new Uint8Array(16)), 4);
    });
  });

  it('echo: what was received is sent as it is, and the same batch serves for ever', () => {
    withSockets(2, ([server, client], [address]) => {
      const echo = new MessageBatch(3, { size: 32 });
      const out = new MessageBatch(8, { size: 32 });
      const back = new MessageBatch(8, { size: 32 });
      for (let turn = 0; turn < 50; turn++) {
        const texts = Array.from({ length: 8 }, (_, index) => `${turn}`.repeat(index));
        texts.forEach((each, index) => out.put(index, each, address));
        assert.equal(raw.sendmmsg(client!, out), 8);
        for (let left = 8; left > 0;) {
          const came = raw.recvmmsg(server!, echo, MSG_WAITFORONE);
          assert.ok(came > 0);
          assert.equal(raw.sendmmsg(server!, echo, 0, 0, came), came);
          left -= came;
        }
        assert.equal(raw.recvmmsg(client!, back), 8);
        assert.deepEqual(
          [...back.messages()].map(({ data }) => text(data)),
          texts,
        );
      }
    });
  });

  it('take a part of the batch, by offset and count', () => {
    withPair('unix datagram pair', ({ a, b }) => {
      const batch = batchOf(['0'], ['1'], ['2'], ['3']);
      assert.equal(sendmmsg(a, batch, 0, 1, 2), 2);
      assert.equal(sendmmsg(a, batch, 0, 4), 0);
      const got = new MessageBatch(5, { size: 4 });
      got.lengths.fill(-7);
      assert.equal(recvmmsg(b, got, MSG_DONTWAIT, undefined, 2, 3), 2);
      assert.deepEqual([...got.lengths], [-7, -7, 1, 1, -7]);
      assert.equal(text(got.message(3).data), '2');
      assert.equal(recvmmsg(b, got, MSG_DONTWAIT, undefined, 0, 0), 0);
      for (const [offset, count] of [[5], [0, 5], [4, 1], [-1], [1, 4]]) {
        assert.throws(() => sendmmsg(a, batch, 0, offset, count), { code: 'ERR_OUT_OF_RANGE' });
      }
    });
  });

  it('give the count when a later message fails, and the error with the next call', () => {
    withSockets(2, ([a, b], [, to]) => {
      const batch = batchOf(['fine', to], ['nowhere', inet('127.0.0.1', 0)], ['fine too', to]);
      assert.equal(sendmmsg(a!, batch), 1);
      assert.throws(() => sendmmsg(a!, batch, 0, 1), { message: 'sendmmsg EINVAL' });
      assert.equal((result.sendmmsg(a!, batch, 0, 1) as result.Failure<'sendmmsg'>).code, 'EINVAL');
      assert.equal(raw.sendmmsg(a!, batch, 0, 1), -raw.EINVAL);
      assert.deepEqual(result.sendmmsg(a!, batch, 0, 2), { ok: true, value: 1 });
      const got = new MessageBatch(4);
      assert.deepEqual(result.recvmmsg(b!, got, MSG_DONTWAIT), { ok: true, value: 2 });
      assert.deepEqual(
        [...got.messages(2)].map(({ data }) => text(data)),
        ['fine', 'fine too'],
      );
    });
  });

  it('report a refusal before what has come: it is of an earlier message', () => {
    withSockets(1, ([a]) => {
      connect(a!, closedAddress());
      const batch = new MessageBatch(2, { size: 4, address: false });
      assert.equal(raw.sendmmsg(a!, batch, 0, 0, 1), 1);
      assert.equal(raw.recvmmsg(a!, batch, MSG_DONTWAIT), -raw.ECONNREFUSED);
      assert.equal(raw.recvmmsg(a!, batch, MSG_DONTWAIT), -raw.EAGAIN);
    });
  });

  it('stop at the timeout once a message has come after it, and tell what is left of it', () => {
    withPair('unix datagram pair', ({ a, b }) => {
      const got = new MessageBatch(3, { size: 4 });
      send(a, 'x');
      send(a, 'y');
      assert.equal(recvmmsg(b, got, 0, 0), 1);
      const timeout = BigInt64Array.of(100n, 5n);
      assert.equal(raw.recvmmsg(b, got, MSG_WAITFORONE, timeout), 1);
      assert.ok(timeout[0] === 99n || (timeout[0] === 100n && timeout[1]! <= 5n));
      // Without a message nobody looks at the clock: what ends the wait is the socket's own timeout.
      setsockopt(b, SOL_SOCKET, SO_RCVTIMEO, new BigInt64Array([0n, 20000n]));
      const start = process.hrtime.bigint();
      assert.equal(raw.recvmmsg(b, got, 0, BigInt64Array.of(0n, 1n)), -raw.EAGAIN);
      assert.ok(process.hrtime.bigint() - start > 10_000_000n);
    });
  });

  it('take control messages into the room that the batch has for them', () => {
    withPair('UDP over IPv4', ({ a, b }) => {
      setsockopt(b, SOL_SOCKET, SO_TIMESTAMP, 1);
      for (const [control, cut] of [
        [64, false],
        [1, true],
        [0, true],
      ] as const) {
        // prettier-ignore
        const got = new MessageBatch(2, { size: 4, control });
        got.controlLengths.fill(9);
        let flags = 0;
        // The first packets after the option is set may come without a timestamp.
        for (let turn = 0; turn < 1e5; turn++) {
          send(a, 'x');
          assert.equal(recvmmsg(b, got, MSG_DONTWAIT), 1);
          flags = got.flags[0]!;
          if (got.controlLengths[0] !== 0 || (flags & MSG_CTRUNC) !== 0) break;
        }
        assert.equal((flags & MSG_CTRUNC) !== 0, cut);
        assert.equal(got.message(0).control.length, got.controlLengths[0]);
        assert.ok(got.controlLengths[0]! <= control);
        if (control === 64) assert.equal(got.controlLengths[0], 32);
        assert.equal(got.controlLengths[1], 9);
      }
    });
  });

  it('send control messages', () => {
    withPair('unix datagram pair', ({ a, b }) => {
      const batch = new MessageBatch(1, { size: 4, control: 24 });
      batch.put(0, 'fd');
      // struct cmsghdr of SCM_RIGHTS with one descriptor, in the form of 64-bit machines
      new BigUint64Array(batch.control[0]!.buffer, batch.control[0]!.byteOffset, 1)[0] = 20n;
      new Int32Array(batch.control[0]!.buffer, batch.control[0]!.byteOffset + 8, 3).set([SOL_SOCKET, 1, a]);
      batch.controlLengths[0] = 20;
      assert.equal(sendmmsg(a, batch), 1);
      const got = new MessageBatch(1, { size: 4, control: 24, address: false });
      assert.equal(recvmmsg(b, got), 1);
      const { control } = got.message(0);
      assert.deepEqual([control.length, text(got.message(0).data)], [24, 'fd']);
      const copy = new DataView(control.buffer, control.byteOffset).getInt32(16, true);
      const flags = fcntl(raw.asFd(copy), F_GETFD);
      close(raw.asFd(copy));
      assert.notEqual(copy, a);
      assert.equal(flags, FD_CLOEXEC);
    });
  });
});
