import assert from 'node:assert/strict';
import {
  AF_INET,
  AF_UNIX,
  IPPROTO_IP,
  IP_RECVERR,
  Message,
  MSG_ERRQUEUE,
  SOCK_DGRAM,
  SOCK_STREAM,
  close,
  connect,
  getsockname,
  bind,
  inet,
  setsockopt,
  socket,
  socketpair,
} from '../../lib';
import { recvmsg, send, sendmsg } from '../../lib/promises';
import * as raw from '../../lib/raw';
import { kinds } from '../helpers/kinds';

describe('promises: sendmsg, recvmsg', () => {
  for (const kind of kinds) {
    it(`over ${kind.name}: several buffers`, async () => {
      const { a, b } = kind.open();
      const [head, body] = [Buffer.alloc(2), Buffer.alloc(8)];
      const got = recvmsg(b, { buffers: [head, body] });
      assert.equal(await sendmsg(a, { buffers: ['ab', 'cdef'] }), 6);
      const { length } = await got;
      assert.equal(length, 6);
      assert.equal(`${String(head)}${body.toString('utf8', 0, 4)}`, 'abcdef');
      [a, b].forEach((fd) => close(fd));
    });
  }

  it('descriptors arrive, close-on-exec', async () => {
    const [a, b] = socketpair(AF_UNIX, SOCK_STREAM);
    const [near, far] = socketpair(AF_UNIX, SOCK_STREAM);
    const got = recvmsg(b, { buffers: Buffer.alloc(1), controlSize: 64 });
    await sendmsg(a, { buffers: 'x', control: [{ name: 'SCM_RIGHTS', fds: [far] }] });
    const { control, flags } = await got;
    assert.equal(flags, 0);
    const [message] = control;
    assert.ok(message?.name === 'SCM_RIGHTS');
    const [fd] = message.fds;
    assert.equal(raw.fcntl(fd!, raw.F_GETFD), raw.FD_CLOEXEC);
    await send(near, 'y');
    assert.equal(raw.recv(fd!, Buffer.alloc(1)), 1);
    [a, b, near, far, fd!].forEach((each) => close(each));
  });

  it('sendmsg waits for room; a Message is used again', async () => {
    const [a, b] = socketpair(AF_UNIX, SOCK_DGRAM);
    let queued = 0;
    while (raw.send(a, 'full', raw.MSG_DONTWAIT) >= 0) queued++;
    const sent = sendmsg(a, { buffers: 'last' });
    const message = new Message({ buffers: Buffer.alloc(8) });
    for (let i = 0; i <= queued; i++) assert.equal((await recvmsg(b, message)).length, 4);
    assert.equal(await sent, 4);
    [a, b].forEach((fd) => close(fd));
  });

  if (IP_RECVERR !== undefined)
    it('the queue of errors is waited for', async () => {
      const fd = socket(AF_INET, SOCK_DGRAM);
      const gone = socket(AF_INET, SOCK_DGRAM);
      bind(gone, inet('127.0.0.1', 0));
      const address = getsockname(gone);
      close(gone);
      setsockopt(fd, IPPROTO_IP, IP_RECVERR, true);
      connect(fd, address);
      const got = recvmsg(fd, { buffers: Buffer.alloc(8), controlSize: 256 }, MSG_ERRQUEUE);
      await send(fd, 'x');
      assert.equal((await got).control[0]?.name, 'IP_RECVERR');
      close(fd);
    });
});
