import assert from 'node:assert/strict';
import {
  AF_INET,
  AF_INET6,
  AF_UNIX,
  type Address,
  Message,
  Sockaddr,
  abstract,
  getsockname,
  inet,
  inet6,
  recvmsg,
  sendmsg,
  unix,
} from '../../lib';
import * as raw from '../../lib/raw';
import * as result from '../../lib/result';
import { withDatagrams } from '../helpers/datagrams';

describe('the address of sendmsg and recvmsg', () => {
  const families: readonly (readonly [string, number, () => Address])[] = [
    ['UDP over IPv4', AF_INET, () => inet('127.0.0.1', 0)],
    ['UDP over IPv6', AF_INET6, () => inet6('::1', 0)],
    ['unix datagrams with abstract names', AF_UNIX, () => unix()],
  ];
  for (const [name, domain, any] of families) {
    it(`sends to it and receives from it: ${name}`, () => {
      withDatagrams(domain, [any(), any()], (a, b) => {
        const address = getsockname(b);
        assert.equal(sendmsg(a, { buffers: 'plain', address }), 5);
        assert.equal(sendmsg(a, { buffers: 'encoded', address: new Sockaddr(address) }), 7);
        for (const length of [5, 7]) {
          const received = recvmsg(b, { buffers: Buffer.alloc(16) });
          assert.deepEqual([received.length, received.address], [length, getsockname(a)]);
        }
      });
    });

    it(`answers with the Message that has received: ${name}`, () => {
      withDatagrams(domain, [any(), any()], (a, b) => {
        sendmsg(a, { buffers: 'echo', address: getsockname(b) });
        const message = new raw.Message({ buffers: Buffer.alloc(4), address: new Sockaddr() });
        assert.equal(raw.recvmsg(b, message), 4);
        assert.deepEqual(message.address!.decode(), getsockname(a));
        assert.equal(raw.sendmsg(b, message), 4);
        assert.deepEqual(recvmsg(a, { buffers: Buffer.alloc(4) }).address, getsockname(b));
      });
    });
  }

  it('is none where a unix datagram comes from a socket without a name, also in a Message that had one', () => {
    withDatagrams(AF_UNIX, [undefined, unix()], (a, b) => {
      const address = getsockname(b);
      const message = new raw.Message({ buffers: Buffer.alloc(4), address: new Sockaddr(inet('1.2.3.4', 5)) });
      sendmsg(a, { buffers: 'x', address });
      sendmsg(a, { buffers: 'x', address });
      assert.equal(recvmsg(b, { buffers: Buffer.alloc(1) }).address, undefined);
      assert.equal(raw.recvmsg(b, message), 1);
      assert.equal(message.address!.decode(), undefined);
    });
  });

  it('is asked for only where there is a place for it', () => {
    withDatagrams(AF_INET, [inet('127.0.0.1', 0), inet('127.0.0.1', 0)], (a, b) => {
      sendmsg(a, { buffers: 'x', address: getsockname(b) });
      assert.equal(recvmsg(b, new Message({ buffers: Buffer.alloc(1) })).address, undefined);
    });
  });

  it('is never read beyond, however long the name is', () => {
    const longest = abstract('x'.repeat(107));
    withDatagrams(AF_UNIX, [longest, unix()], (a, b) => {
      const address = getsockname(b);
      sendmsg(a, { buffers: 'x', address });
      assert.deepEqual(recvmsg(b, { buffers: Buffer.alloc(1) }).address, longest);
    });
  });

  it('is part of the error', () => {
    withDatagrams(AF_UNIX, [undefined, undefined], (a) => {
      const address = abstract('nobody has this name');
      assert.throws(() => sendmsg(a, { buffers: 'x', address }), { code: 'ECONNREFUSED', syscall: 'sendmsg', address });
      const outcome = result.sendmsg(a, { buffers: 'x', address });
      assert.deepEqual(outcome, {
        ok: false,
        code: 'ECONNREFUSED',
        errno: -raw.ECONNREFUSED,
        syscall: 'sendmsg',
        fd: a,
        address,
      });
      assert.throws(
        () => sendmsg(a, { buffers: 'x' }),
        (error: { address?: unknown }) => error.address === undefined,
      );
    });
  });
});
