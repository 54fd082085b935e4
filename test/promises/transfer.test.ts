import assert from 'node:assert/strict';
import { F_GETFL, F_SETFL, O_NONBLOCK, asFd, fcntl, type Fd } from '../../lib';
import { close, read, recv, send, write } from '../../lib/promises';
import { kinds } from '../helpers/kinds';

const bytes = (text: string): Uint8Array => Buffer.from(text);

function unblock(fd: Fd): void {
  fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) | O_NONBLOCK);
}

describe('promises: send, recv, read, write', () => {
  for (const kind of kinds) {
    it(`over ${kind.name}: recv waits for what send sends, and O_NONBLOCK stays as it is`, async () => {
      const { a, b } = kind.open();
      const before = fcntl(b, F_GETFL);
      const buffer = Buffer.alloc(8);
      const got = recv(b, buffer);
      assert.equal(await send(a, 'hello'), 5);
      assert.equal(await got, 5);
      assert.equal(buffer.toString('utf8', 0, 5), 'hello');
      assert.equal(fcntl(b, F_GETFL), before);
      await close(a);
      await close(b);
    });

    it(`over ${kind.name}: read waits for what write writes`, async () => {
      const { a, b } = kind.open();
      unblock(a);
      unblock(b);
      const buffer = Buffer.alloc(8);
      for (const text of ['one', 'two']) {
        const got = read(b, buffer, 2);
        assert.equal(await write(a, bytes(text)), 3);
        assert.equal(await got, 3);
        assert.equal(buffer.toString('utf8', 2, 5), text);
      }
      await close(a);
      await close(b);
    });
  }

  it('a blocking descriptor is refused where there is no MSG_DONTWAIT', async () => {
    const { a, b } = kinds[0]!.open();
    await assert.rejects(read(a, Buffer.alloc(1)), { code: 'ERR_SOCKCALL_BLOCKING_FD', syscall: 'read', fd: a });
    await assert.rejects(write(a, 'x'), { code: 'ERR_SOCKCALL_BLOCKING_FD', syscall: 'write', fd: a });
    await close(a);
    await close(b);
  });

  it('an error is what the kernel answered', async () => {
    await assert.rejects(recv(asFd(-1), Buffer.alloc(1)), { code: 'EBADF', syscall: 'recv', fd: -1 });
    await assert.rejects(read(asFd(-1), Buffer.alloc(1)), { code: 'EBADF', syscall: 'read', fd: -1 });
  });

  it('close ends the wait with ECANCELED, and then closes', async () => {
    const { a, b } = kinds[0]!.open();
    const got = recv(b, Buffer.alloc(1));
    const closed = close(b);
    await assert.rejects(got, { code: 'ECANCELED', syscall: 'recv', fd: b });
    await closed;
    await close(a);
  });
});
