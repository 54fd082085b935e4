import assert from 'node:assert/strict';
import { AF_INET, AF_UNIX, SOCK_DGRAM, SOCK_STREAM, Socket, close, recv, send, socket } from '../../lib';
import { isOpen } from './open';

describe('the ownership of a descriptor', () => {
  it('ends with close, whose error is thrown once', () => {
    const owner = Socket.from(socket(AF_INET, SOCK_DGRAM));
    close(owner.fd);
    assert.throws(() => owner.close(), { code: 'EBADF', syscall: 'close' });
    owner.close();
    assert.ok(owner.closed);
  });

  it('is given away by detach', () => {
    const owner = new Socket(AF_INET, SOCK_DGRAM);
    const fd = owner.detach();
    assert.deepEqual([owner.closed, owner.fd, isOpen(fd)], [true, -1, true]);
    owner.close();
    assert.ok(isOpen(fd));
    close(fd);
  });

  it('ends with a block, by using and await using', async () => {
    const fds: number[] = [];
    {
      using socket = new Socket(AF_INET, SOCK_DGRAM);
      await using waited = new Socket(AF_INET, SOCK_DGRAM);
      fds.push(socket.fd, waited.fd);
      assert.ok(fds.every(isOpen));
    }
    assert.ok(!fds.some(isOpen));
    const broken = new Socket(AF_INET, SOCK_DGRAM);
    close(broken.fd);
    await assert.rejects(broken[Symbol.asyncDispose](), { code: 'EBADF' });
  });

  it('is that of a subclass, too', () => {
    class Named extends Socket<'unix', 'stream'> {
      readonly name = 'mine';
    }
    const named = new Named(AF_UNIX, SOCK_STREAM);
    assert.equal(named.name, 'mine');
    assert.throws(() => send(named.fd, 'x'), { code: 'ENOTCONN' });
    assert.throws(() => recv(named.fd, Buffer.alloc(1)), { code: 'EINVAL' });
    named.close();
  });
});
