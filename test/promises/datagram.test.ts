import assert from 'node:assert/strict';
import {
  AF_INET,
  AF_UNIX,
  SOCK_DGRAM,
  Sockaddr,
  bind,
  close,
  getsockname,
  inet,
  socket,
  socketpair,
  unix,
} from '../../lib';
import { type Fd, recvfrom, sendto } from '../../lib/promises';
import * as raw from '../../lib/raw';

describe('promises: sendto, recvfrom', () => {
  function named(): Fd {
    const fd = socket(AF_INET, SOCK_DGRAM);
    bind(fd, inet('127.0.0.1', 0));
    return fd;
  }

  it('carry addresses, and the last sender is not mixed up with another', async () => {
    const [a, b, c] = [named(), named(), named()];
    const waits = [recvfrom(c, Buffer.alloc(4)), recvfrom(c, Buffer.alloc(4))];
    const target = getsockname(c);
    await sendto(a, 'one', 0, target);
    await sendto(b, 'four', 0, new Sockaddr(target));
    assert.deepEqual(await Promise.all(waits), [
      { length: 3, address: getsockname(a) },
      { length: 4, address: getsockname(b) },
    ]);
    [a, b, c].forEach((fd) => close(fd));
  });

  it('sendto waits for room', async () => {
    const [a, b] = socketpair(AF_UNIX, SOCK_DGRAM);
    let queued = 0;
    while (raw.send(a, 'full', raw.MSG_DONTWAIT) >= 0) queued++;
    const sent = sendto(a, 'last');
    const behind = sendto(a, 'very last');
    const texts: string[] = [];
    for (let i = 0; i < queued + 2; i++) {
      const buffer = Buffer.alloc(16);
      const { length } = await recvfrom(b, buffer);
      texts.push(buffer.toString('utf8', 0, length));
    }
    assert.deepEqual(await Promise.all([sent, behind]), [4, 9]);
    assert.deepEqual(texts.slice(-2), ['last', 'very last']);
    [a, b].forEach((fd) => close(fd));
  });

  it('errors have the address', async () => {
    const fd = socket(AF_UNIX, SOCK_DGRAM);
    const address = unix('/nowhere/at/all');
    for (const options of [undefined, { timeout: 1000 }]) {
      const sent = sendto(fd, 'x', 0, address, 0, undefined, options);
      await assert.rejects(sent, { code: 'ENOENT', syscall: 'sendto', fd, address });
    }
    await assert.rejects(sendto(fd, 'x', 0, inet('127.0.0.1', 70_000) as never), { code: 'ERR_OUT_OF_RANGE' });
    close(fd);
  });
});
