import assert from 'node:assert/strict';
import { type Fd, SOL_SOCKET, SO_SNDBUF, setsockopt } from '../../lib';
import { close, recv, send } from '../../lib/promises';
import * as raw from '../../lib/raw';
import { kinds } from '../helpers/kinds';

/** Sends until there is no room; how many bytes that were. */
function fill(fd: Fd): number {
  const chunk = Buffer.alloc(4096);
  let sent = 0;
  for (;;) {
    const result = raw.send(fd, chunk, raw.MSG_DONTWAIT);
    if (result < 0) return sent;
    sent += result;
  }
}

describe('reactor: the order of waits', () => {
  const streams = kinds.filter(({ stream }) => stream);

  for (const kind of kinds) {
    it(`readers of ${kind.name} are served in the order in which they came`, async () => {
      const { a, b } = kind.open();
      const buffers = [1, 2, 3].map(() => Buffer.alloc(2));
      const done: number[] = [];
      const got = buffers.map((buffer, index) => recv(b, buffer).then(() => done.push(index)));
      for (const text of ['11', '22', '33']) await send(a, text);
      await Promise.all(got);
      assert.deepEqual(done, [0, 1, 2]);
      assert.deepEqual(buffers.map(String), ['11', '22', '33']);
      await Promise.all([close(a), close(b)]);
    });
  }

  for (const kind of streams) {
    it(`one arrival at ${kind.name} serves several readers`, async () => {
      const { a, b } = kind.open();
      const buffers = [1, 2, 3].map(() => Buffer.alloc(2));
      const got = Promise.all(buffers.map((buffer) => recv(b, buffer)));
      await send(a, '112233');
      assert.deepEqual(await got, [2, 2, 2]);
      assert.deepEqual(buffers.map(String), ['11', '22', '33']);
      await Promise.all([close(a), close(b)]);
    });

    it(`writers to ${kind.name} wait for room, in their order`, async () => {
      const { a, b } = kind.open();
      setsockopt(a, SOL_SOCKET, SO_SNDBUF, 8192);
      let expected = fill(a);
      const done: number[] = [];
      const texts = ['first', 'second', 'third'];
      const sent = texts.map((text, index) => send(a, text).then((count) => [done.push(index), count]));
      const received: Buffer[] = [];
      expected += texts.join('').length;
      for (let length = 0; length < expected;) {
        const buffer = Buffer.alloc(65536);
        const count = await recv(b, buffer);
        received.push(buffer.subarray(0, count));
        length += count;
      }
      assert.deepEqual(await Promise.all(sent), [
        [1, 5],
        [2, 6],
        [3, 5],
      ]);
      assert.deepEqual(done, [0, 1, 2]);
      assert.ok(Buffer.concat(received).toString().endsWith('firstsecondthird'));
      await Promise.all([close(a), close(b)]);
    });
  }

  it('a reader and a writer wait at once', async () => {
    const { a, b } = kinds[0]!.open();
    const room = fill(a);
    const sent = send(a, 'x');
    const got = recv(a, Buffer.alloc(1));
    await send(b, 'y');
    assert.equal(await got, 1);
    for (let left = room; left > 0;) left -= await recv(b, Buffer.alloc(65536));
    assert.equal(await sent, 1);
    await Promise.all([close(a), close(b)]);
  });

  it('a call does not overtake those that wait', async () => {
    const { a, b } = kinds[0]!.open();
    const first = Buffer.alloc(1);
    const waiting = recv(b, first);
    raw.send(a, '12');
    // The bytes are there by now, but the loop has not told the first.
    const second = Buffer.alloc(1);
    const later = recv(b, second);
    await Promise.all([waiting, later]);
    assert.deepEqual([String(first), String(second)], ['1', '2']);
    await Promise.all([close(a), close(b)]);
  });

  it('misuse is told at once, also behind others', async () => {
    const { a, b } = kinds[0]!.open();
    const waiting = recv(b, Buffer.alloc(1));
    await assert.rejects(recv(b, Buffer.alloc(1), 0, 2), { code: 'ERR_OUT_OF_RANGE' });
    await assert.rejects(recv(b, 'text' as never), { code: 'ERR_INVALID_ARG_TYPE' });
    await send(a, 'x');
    await waiting;
    await Promise.all([close(a), close(b)]);
  });
});
