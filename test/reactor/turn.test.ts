import assert from 'node:assert/strict';
import { AF_UNIX, SOCK_STREAM, close, send as give, socketpair } from '../../lib';
import { recv, send } from '../../lib/promises';

/** More than may succeed in one turn of the loop. */
const MANY = 600;

describe('turns of the loop', () => {
  it('a loop around a descriptor that is never empty leaves the loop its turn', async () => {
    const [near, far] = socketpair(AF_UNIX, SOCK_STREAM);
    const byte = Buffer.alloc(1);
    let turned = false;
    setImmediate(() => (turned = true));
    for (let i = 0; !turned; i++) {
      assert.ok(i < 1e6, 'the loop has had no turn');
      await send(near, byte);
      await recv(far, byte);
    }
    [near, far].forEach((fd) => close(fd));
  });

  it('what is put off is given in order', async () => {
    const [near, far] = socketpair(AF_UNIX, SOCK_STREAM);
    assert.equal(give(near, Buffer.alloc(MANY)), MANY);
    const order: number[] = [];
    const given = Array.from({ length: MANY }, (_, i) => recv(far, Buffer.alloc(1)).then(() => order.push(i)));
    await Promise.all(given);
    assert.deepEqual(order, [...order.keys()]);
    [near, far].forEach((fd) => close(fd));
  });

  it('who is busy beyond a turn, and waits then, misses nothing', async () => {
    const pairs = Array.from({ length: MANY }, () => socketpair(AF_UNIX, SOCK_STREAM));
    const echoes = pairs.map(async ([, far]) => {
      const buffer = Buffer.alloc(8);
      for (let length; (length = await recv(far, buffer)) > 0;) await send(far, buffer, 0, 0, length);
    });
    const buffers = pairs.map(() => Buffer.alloc(8));
    for (let round = 0; round < 20; round++) {
      for (const [near] of pairs) give(near, 'question');
      const lengths = await Promise.all(pairs.map(([near], i) => recv(near, buffers[i]!)));
      assert.ok(lengths.every((length) => length === 8));
    }
    for (const [near] of pairs) close(near);
    await Promise.all(echoes);
    for (const [, far] of pairs) close(far);
  });
});
