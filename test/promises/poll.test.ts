import assert from 'node:assert/strict';
import { openSync } from 'node:fs';
import { asFd, close } from '../../lib';
import { POLLHUP, POLLIN, POLLNVAL, POLLOUT, poll, readable, recv, send, writable } from '../../lib/promises';
import * as raw from '../../lib/raw';
import { kinds } from '../helpers/kinds';

describe('promises: poll, readable, writable', () => {
  for (const kind of kinds) {
    it(`one of several ${kind.name}s`, async () => {
      const pairs = [1, 2, 3].map(() => kind.open());
      const got = poll(pairs.map(({ b }) => ({ fd: b, events: POLLIN })));
      await send(pairs[1]!.a, 'x');
      assert.deepEqual(await got, [{ fd: pairs[1]!.b, revents: POLLIN }]);
      for (const { a, b } of pairs) [a, b].forEach((fd) => close(fd));
    });

    it(`readable and writable tell the level of ${kind.name}`, async () => {
      const { a, b } = kind.open();
      await writable(a);
      const wait = readable(b);
      await send(a, 'x');
      await wait;
      await readable(b);
      await readable(b, { timeout: 0 });
      assert.equal(raw.recv(b, Buffer.alloc(1)), 1);
      await assert.rejects(readable(b, { timeout: 0 }), { code: 'ERR_SOCKCALL_TIMEOUT' });
      [a, b].forEach((fd) => close(fd));
    });
  }

  it('both sides of one descriptor; an Int32Array is filled', async () => {
    const { a, b } = kinds[0]!.open();
    const fds = Int32Array.of(-1, POLLIN, 7, b, POLLIN | POLLOUT, 0);
    assert.equal(await poll(fds), 1);
    assert.deepEqual([...fds], [-1, POLLIN, 0, b, POLLIN | POLLOUT, POLLOUT]);
    while (raw.send(b, Buffer.alloc(4096), raw.MSG_DONTWAIT) > 0);
    const got = poll(fds);
    fds[3] = 9999;
    await send(a, 'x');
    assert.equal(await got, 1);
    assert.equal(fds[5], POLLIN);
    [a, b].forEach((fd) => close(fd));
  });

  it('what nobody asked for comes, too', async () => {
    const { a, b } = kinds[0]!.open();
    const got = poll([{ fd: b, events: 0 }]);
    close(a);
    assert.deepEqual(await got, [{ fd: b, revents: POLLHUP }]);
    close(b);
    assert.deepEqual(await poll([{ fd: b, events: POLLIN }]), [{ fd: b, revents: POLLNVAL }]);
  });

  it('a regular file is always ready', async () => {
    const file = asFd(openSync(__filename, 'r'));
    await readable(file);
    assert.deepEqual(await poll([{ fd: file, events: POLLIN }]), [{ fd: file, revents: POLLIN }]);
    close(file);
  });

  it('a reader of the same descriptor is served before', async () => {
    const { a, b } = kinds[0]!.open();
    const ready = poll([{ fd: b, events: POLLIN }]);
    const got = recv(b, Buffer.alloc(1));
    await send(a, 'x');
    assert.equal(await got, 1);
    await send(a, 'y');
    assert.deepEqual(await ready, [{ fd: b, revents: POLLIN }]);
    [a, b].forEach((fd) => close(fd));
  });

  it('misuse is rejected', async () => {
    await assert.rejects(poll('x' as never), { code: 'ERR_INVALID_ARG_TYPE' });
    await assert.rejects(poll([{ fd: 1, events: -1 }] as never), { code: 'ERR_OUT_OF_RANGE' });
    await assert.rejects(poll(new Int32Array(2)), { code: 'ERR_INVALID_ARG_VALUE' });
    await assert.rejects(readable('1' as never), { code: 'ERR_INVALID_ARG_TYPE' });
  });
});
