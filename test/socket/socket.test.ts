import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import {
  AF_INET,
  AF_UNIX,
  FD_CLOEXEC,
  FIONREAD,
  F_GETFD,
  F_GETFL,
  MSG_DONTWAIT,
  MSG_PEEK,
  MessageBatch,
  O_NONBLOCK,
  POLLIN,
  POLLNVAL,
  SHUT_WR,
  SOCK_DGRAM,
  SOCK_NONBLOCK,
  SOCK_STREAM,
  SOL_SOCKET,
  SO_LINGER,
  SO_TYPE,
  Socket,
  SyscallError,
  asFd,
  inet,
  unix,
} from '../../lib';
import { kinds } from '../helpers/kinds';
import { pipePair } from '../helpers/pipe';
import { isOpen } from './open';

function code(expected: string, syscall: string): (error: unknown) => boolean {
  return (error) => {
    assert.ok(error instanceof SyscallError);
    assert.deepEqual([error.code, error.syscall, error.fd], [expected, syscall, -1]);
    return true;
  };
}

for (const kind of kinds) {
  describe(`a Socket that adopted one of a ${kind.name}`, () => {
    it('sends and receives, and closes', () => {
      const opened = kind.open();
      const [a, b] = [Socket.from(opened.a), Socket.from(opened.b)];
      const buffer = Buffer.alloc(16);
      assert.equal(a.send('hello'), 5);
      assert.equal(b.recv(buffer, MSG_PEEK), 5);
      assert.equal(b.recv(buffer), 5);
      assert.equal(buffer.toString('utf8', 0, 5), 'hello');
      assert.equal(b.write('there'), 5);
      assert.equal(a.read(buffer), 5);
      assert.equal(a.writev(['ab', Buffer.from('cd')]), 4);
      assert.equal(b.readv([buffer.subarray(0, 3), buffer.subarray(3)]), 4);
      assert.equal(buffer.toString('utf8', 0, 4), 'abcd');
      assert.equal(a.sendmsg({ buffers: ['x', 'y'] }), 2);
      assert.equal(b.recvmsg({ buffers: buffer }).length, 2);
      assert.equal(a.sendto('z'), 1);
      assert.equal(b.poll(POLLIN, 1000), POLLIN);
      assert.equal(b.recvfrom(buffer).length, 1);
      assert.equal(b.poll(POLLIN, 0), 0);
      assert.deepEqual([a.fd, b.fd], [opened.a, opened.b]);
      a.close();
      b.close();
      assert.deepEqual([a.fd, a.closed, isOpen(opened.a)], [-1, true, false]);
    });
  });
}

describe('Socket', () => {
  it('opens close-on-exec, listens, accepts and connects', () => {
    const server = new Socket(AF_INET, SOCK_STREAM);
    assert.equal(server.fcntl(F_GETFD) & FD_CLOEXEC, FD_CLOEXEC);
    server.bind(inet('127.0.0.1', 0));
    server.listen(3);
    const client = new Socket(AF_INET, SOCK_STREAM);
    client.connect(server.getsockname());
    const { socket: served, address } = server.accept();
    assert.deepEqual(address, client.getsockname());
    assert.deepEqual(served.getpeername(), address);
    client.send('12345');
    assert.equal(served.poll(POLLIN, 1000), POLLIN);
    assert.equal(served.ioctl(FIONREAD), 5);
    client.shutdown(SHUT_WR);
    served.close();
    client.close();
    const second = new Socket(AF_INET, SOCK_STREAM);
    second.connect(server.getsockname());
    const accepted = server.accept4(SOCK_NONBLOCK).socket;
    assert.equal(accepted.fcntl(F_GETFL) & O_NONBLOCK, O_NONBLOCK);
    for (const each of [second, accepted, server]) each.close();
  });

  it('reads and sets options, sends batches and descriptors, and is duplicated', () => {
    const [a, b] = Socket.pair(AF_UNIX, SOCK_DGRAM);
    a.setsockopt(SOL_SOCKET, SO_LINGER, { onoff: true, linger: 3 });
    assert.deepEqual(a.getsockopt(SOL_SOCKET, SO_LINGER), { onoff: true, linger: 3 });
    assert.equal(a.getsockopt(SOL_SOCKET, SO_TYPE, 4).length, 4);
    const batch = new MessageBatch(2, { size: 8, address: false });
    batch.put(0, 'one');
    batch.put(1, 'two');
    assert.equal(a.sendmmsg(batch), 2);
    assert.equal(b.recvmmsg(batch, MSG_DONTWAIT), 2);
    a.sendFds([a.fd]);
    const { fds } = b.recvFds(1);
    const passed = Socket.from(fds[0]!);
    const second = a.dup();
    assert.notEqual(second.fd, a.fd);
    second.send('by a duplicate');
    assert.equal(b.recv(Buffer.alloc(64)), 14);
    for (const each of [a, b, passed, second]) each.close();
  });

  it('is shown with its descriptor', () => {
    const socket = new Socket(AF_INET, SOCK_DGRAM);
    assert.equal(inspect(socket), `Socket { fd: ${socket.fd} }`);
    socket.close();
    assert.equal(inspect(socket), 'Socket { closed }');
  });

  it('does not adopt what is not open or no socket, and leaves it open', () => {
    assert.throws(() => Socket.from(asFd(-1)), { code: 'EBADF', syscall: 'getsockopt' });
    const pipe = pipePair();
    assert.throws(() => Socket.from(pipe.read), { code: 'ENOTSOCK' });
    assert.ok(isOpen(pipe.read));
    pipe.close();
    assert.throws(() => Socket.from('3' as never), { code: 'ERR_INVALID_ARG_TYPE' });
    assert.throws(() => new Socket('x' as never, SOCK_STREAM), { code: 'ERR_INVALID_ARG_TYPE' });
    assert.throws(() => new Socket(AF_INET, 1.5), { code: 'ERR_OUT_OF_RANGE' });
    assert.throws(() => new Socket(AF_INET, 99), { code: 'EINVAL', syscall: 'socket' });
  });
});

describe('a closed Socket', () => {
  /** A closed Socket, and the number that it had, which is another's now. */
  function withStranger(use: (closed: Socket, stranger: Socket, peer: Socket) => void): void {
    const closed = new Socket(AF_UNIX, SOCK_STREAM);
    const number = closed.fd;
    closed.close();
    const [stranger, peer] = Socket.pair(AF_UNIX, SOCK_STREAM);
    assert.equal(stranger.fd, number);
    try {
      use(closed, stranger, peer);
    } finally {
      stranger.close();
      peer.close();
    }
  }

  it('answers EBADF by itself in every call, and does not touch who has its number now', () => {
    withStranger((closed, stranger, peer) => {
      const buffer = Buffer.alloc(4);
      const batch = new MessageBatch(1);
      const calls: Record<string, () => unknown> = {
        bind: () => closed.bind(unix('/nowhere')),
        listen: () => closed.listen(),
        accept: () => closed.accept(),
        accept4: () => closed.accept4(0),
        connect: () => closed.connect(unix('/nowhere')),
        shutdown: () => closed.shutdown(SHUT_WR),
        getsockname: () => closed.getsockname(),
        getpeername: () => closed.getpeername(),
        send: () => closed.send('x'),
        recv: () => closed.recv(buffer),
        read: () => closed.read(buffer),
        write: () => closed.write('x'),
        readv: () => closed.readv([buffer]),
        writev: () => closed.writev(['x']),
        sendto: () => closed.sendto('x'),
        recvfrom: () => closed.recvfrom(buffer),
        sendmsg: () => closed.sendmsg({ buffers: 'x' }),
        recvmsg: () => closed.recvmsg({ buffers: buffer }),
        sendmmsg: () => closed.sendmmsg(batch),
        recvmmsg: () => closed.recvmmsg(batch),
        sendfile: () => closed.sendfile(stranger.fd, null, 1),
        getsockopt: () => closed.getsockopt(SOL_SOCKET, SO_TYPE),
        setsockopt: () => closed.setsockopt(SOL_SOCKET, SO_LINGER, { onoff: true, linger: 0 }),
        fcntl: () => closed.fcntl(F_GETFD),
        ioctl: () => closed.ioctl(FIONREAD),
        sockatmark: () => closed.sockatmark(),
        dup: () => closed.dup(),
      };
      for (const [name, call] of Object.entries(calls)) assert.throws(call, code('EBADF', name), name);
      assert.throws(() => closed.sendFds([peer.fd]), code('EBADF', 'sendmsg'));
      assert.throws(() => closed.recvFds(1), code('EBADF', 'recvmsg'));
      assert.equal(closed.poll(POLLIN, -1), POLLNVAL);
      assert.throws(() => peer.recv(buffer, MSG_DONTWAIT), { code: 'EAGAIN' });
    });
  });

  it('is not closed again', () => {
    withStranger((closed, stranger) => {
      closed.close();
      closed[Symbol.dispose]();
      assert.equal(closed.detach(), -1);
      assert.ok(isOpen(stranger.fd));
    });
  });

  it('refuses misuse before it answers', () => {
    withStranger((closed) => {
      assert.throws(() => closed.recv('x' as never), { code: 'ERR_INVALID_ARG_TYPE' });
      assert.throws(() => closed.send('x', 1.5), { code: 'ERR_OUT_OF_RANGE' });
    });
  });

  it('touches nobody when it is closed by a getter of an argument of its own call', () => {
    const scenes: Record<string, (socket: Socket, mischief: () => never) => unknown> = {
      bind: (socket, mischief) => socket.bind(trap('family', mischief, unix('/nowhere'))),
      connect: (socket, mischief) => socket.connect(trap('path', mischief, unix('/nowhere'))),
      sendto: (socket, mischief) => socket.sendto('x', 0, trap('family', mischief, unix('/nowhere'))),
      sendmsg: (socket, mischief) => socket.sendmsg(trap('buffers', mischief, { buffers: 'x' })),
      recvmsg: (socket, mischief) => socket.recvmsg(trap('buffers', mischief, { buffers: Buffer.alloc(1) })),
      recvmsgFlag: (socket, mischief) => socket.recvmsg(trap('closeOnExec', mischief, { buffers: Buffer.alloc(1) })),
      writev: (socket, mischief) => socket.writev(trap('0', mischief, ['x'])),
      setsockopt: (socket, mischief) =>
        socket.setsockopt(SOL_SOCKET, SO_LINGER, trap('onoff', mischief, { onoff: false, linger: 5 })),
      sendFds: (socket, mischief) => socket.sendFds(trap('0', mischief, [asFd(0)])),
    };
    for (const [name, scene] of Object.entries(scenes)) {
      const [socket, other] = Socket.pair(AF_UNIX, SOCK_STREAM);
      const number = socket.fd;
      let stranger: Socket | undefined;
      const mischief = (): never => {
        socket.close();
        stranger = new Socket(AF_UNIX, SOCK_STREAM);
        assert.equal(stranger.fd, number);
        return undefined as never;
      };
      assert.throws(() => scene(socket, mischief), { code: 'EBADF', fd: -1 }, name);
      stranger!.close();
      other.close();
    }
  });
});

/** A copy of an object that runs something when one of its properties is read, once. */
function trap<T extends object>(property: string, run: () => void, object: T): T {
  const copy = (Array.isArray(object) ? [...(object as unknown[])] : { ...object }) as T;
  const value = (object as Record<string, unknown>)[property];
  let armed = true;
  return Object.defineProperty(copy, property, {
    enumerable: true,
    get: () => {
      if (armed) run();
      armed = false;
      return value;
    },
  });
}
