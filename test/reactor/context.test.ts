import assert from 'node:assert/strict';
import { AsyncLocalStorage } from 'node:async_hooks';
import { close } from '../../lib';
import { POLLIN, getaddrinfo, poll, recv, send } from '../../lib/promises';
import { kinds } from '../helpers/kinds';

describe('reactor: AsyncLocalStorage', () => {
  const storage = new AsyncLocalStorage<number>();

  it('is kept across awaits, whoever makes the wait end', async () => {
    const pairs = [0, 1, 2, 3].map(() => kinds[0]!.open());
    const controller = new AbortController();
    const seen = pairs.map(({ a, b }, index) =>
      storage.run(index, async () => {
        const stores: (number | undefined)[] = [];
        await recv(b, Buffer.alloc(1));
        stores.push(storage.getStore());
        await send(a, 'x');
        stores.push(storage.getStore());
        await poll([{ fd: b, events: POLLIN }]);
        await recv(b, Buffer.alloc(1));
        stores.push(storage.getStore());
        await recv(b, Buffer.alloc(1), 0, 0, 1, { timeout: 1 }).catch(() => stores.push(storage.getStore()));
        await recv(b, Buffer.alloc(1), 0, 0, 1, { signal: controller.signal }).catch(() =>
          stores.push(storage.getStore()),
        );
        await getaddrinfo('127.0.0.1');
        stores.push(storage.getStore());
        return stores;
      }),
    );
    await storage.run(99, async () => {
      for (const { a } of pairs) await send(a, 'x');
      setTimeout(() => controller.abort(), 20);
    });
    assert.deepEqual(
      await Promise.all(seen),
      [0, 1, 2, 3].map((index) => [index, index, index, index, index, index]),
    );
    for (const { a, b } of pairs) [a, b].forEach((fd) => close(fd));
  });
});
