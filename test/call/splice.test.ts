import assert from 'node:assert/strict';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Fd,
  MSG_DONTWAIT,
  MSG_WAITALL,
  SHUT_WR,
  SPLICE_F_MOVE,
  asFd,
  read,
  recv,
  send,
  sendfile,
  shutdown,
  splice,
} from '../../lib';
import * as raw from '../../lib/raw';
import * as result from '../../lib/result';
import { kinds, withPair } from '../helpers/kinds';
import { type PipePair, pipePair } from '../helpers/pipe';

const content = Buffer.from(Array.from({ length: 5000 }, (_, index) => index * 7));
const directory = mkdtempSync(join(tmpdir(), 'sockcall-'));
const path = join(directory, 'content');

function withFile<T>(flags: string, use: (fd: Fd) => T, name = path): T {
  const fd = openSync(name, flags);
  try {
    return use(asFd(fd));
  } finally {
    closeSync(fd);
  }
}

function withPipe<T>(use: (pipe: PipePair) => T): T {
  const pipe = pipePair();
  try {
    return use(pipe);
  } finally {
    pipe.close();
  }
}

function received(fd: Fd, size: number): Buffer {
  const buffer = Buffer.alloc(size + 1);
  const count = recv(fd, buffer, size > 0 ? MSG_WAITALL : MSG_DONTWAIT, 0, size);
  return buffer.subarray(0, count);
}

describe('sendfile and splice', () => {
  before(function () {
    if (process.platform !== 'linux') this.skip();
    writeFileSync(path, content);
  });
  after(() => rmSync(directory, { recursive: true }));

  for (const kind of kinds.filter(({ stream }) => stream)) {
    it(`send a file over a ${kind.name}, from its position on`, () => {
      withPair(kind, ({ a, b }) => {
        withFile('r', (file) => {
          assert.equal(sendfile(a, file, null, 1000), 1000);
          assert.equal(sendfile(a, file, null, 1e6), 4000);
          assert.equal(sendfile(a, file, null, 1), 0);
        });
        assert.deepEqual(received(b, 5000), content);
      });
    });

    it(`send a part of a file over a ${kind.name}, and leave its position alone`, () => {
      withPair(kind, ({ a, b }) => {
        withFile('r', (file) => {
          assert.equal(sendfile(a, file, 100, 50), 50);
          assert.deepEqual(received(b, 50), content.subarray(100, 150));
          assert.deepEqual(result.sendfile(a, file, 4990n, 50), { ok: true, value: 10 });
          assert.deepEqual(received(b, 10), content.subarray(4990));
          assert.equal(sendfile(a, file, 6000, 50), 0);
          assert.equal(sendfile(a, file, 2 ** 40, 50), 0);
          const start = new Uint8Array(4);
          assert.equal(read(file, start), 4);
          assert.deepEqual([...start], [...content.subarray(0, 4)]);
        });
      });
    });

    it(`move bytes of a ${kind.name} through a pipe into another, and into a file`, () => {
      withPair(kind, ({ a, b }) => {
        withPair(kind, ({ a: c, b: d }) => {
          withPipe((pipe) => {
            send(a, content.subarray(0, 3000));
            let moved = 0;
            while (moved < 3000) {
              const count = splice(b, null, pipe.write, null, 65536, SPLICE_F_MOVE);
              assert.ok(count > 0);
              let left = count;
              while (left > 0) left -= splice(pipe.read, null, c, null, left);
              moved += count;
            }
            assert.deepEqual(received(d, 3000), content.subarray(0, 3000));
            send(a, 'end');
            shutdown(a, SHUT_WR);
            const copy = join(directory, 'copy');
            writeFileSync(copy, '0123456789');
            assert.deepEqual(result.splice(b, null, pipe.write, null, 100), { ok: true, value: 3 });
            withFile('r+', (file) => assert.equal(splice(pipe.read, null, file, 4, 100), 3), copy);
            assert.equal(readFileSync(copy, 'utf8'), '0123end789');
            assert.equal(splice(b, null, pipe.write, null, 100), 0);
          });
        });
      });
    });
  }

  it('send a file as one datagram', () => {
    withPair('unix datagram pair', ({ a, b }) => {
      withFile('r', (file) => assert.equal(sendfile(a, file, 0, 700), 700));
      assert.deepEqual(received(b, 700), content.subarray(0, 700));
    });
  });

  it('take a part of a file into a pipe', () => {
    withPipe((pipe) => {
      withFile('r', (file) => {
        assert.equal(splice(file, 4000, pipe.write, null, 500), 500);
        assert.equal(splice(file, null, pipe.write, null, 2), 2);
      });
      const buffer = Buffer.alloc(600);
      assert.equal(read(pipe.read, buffer), 502);
      assert.deepEqual(buffer.subarray(0, 502), Buffer.concat([content.subarray(4000, 4500), content.subarray(0, 2)]));
    });
  });

  it('move the offset that the raw door keeps in memory, as C does', () => {
    withPair('unix stream pair', ({ a, b }) => {
      withFile('r', (file) => {
        const offset = BigInt64Array.of(-1n, 100n).subarray(1);
        assert.equal(raw.sendfile(a, file, offset, 10), 10);
        assert.equal(raw.sendfile(a, file, offset, 20), 20);
        assert.equal(offset[0], 130n);
        assert.deepEqual(received(b, 30), content.subarray(100, 130));
        assert.equal(raw.sendfile(-1, file, offset, 20), -raw.EBADF);
        assert.equal(offset[0], 130n);
        withPipe((pipe) => {
          assert.equal(raw.splice(file, offset, pipe.write, null, 70), 70);
          assert.equal(offset[0], 200n);
          const copy = join(directory, 'moved');
          writeFileSync(copy, '');
          const to = BigInt64Array.of(5n);
          withFile('r+', (target) => assert.equal(raw.splice(pipe.read, null, target, to, 100), 70), copy);
          assert.equal(to[0], 75n);
          assert.deepEqual(readFileSync(copy).subarray(5), content.subarray(130, 200));
        });
      });
    });
  });

  it('take counts and offsets beyond 32 bits, and refuse what no 64 bits can hold', () => {
    withPair('unix stream pair', ({ a, b }) => {
      withFile('r', (file) => {
        assert.equal(sendfile(a, file, 0, 2 ** 40), 5000);
        received(b, 5000);
        assert.throws(() => sendfile(a, file, 2n ** 62n, 1), { code: 'EOVERFLOW' });
        assert.throws(() => sendfile(a, file, 2n ** 63n, 1), { code: 'ERR_OUT_OF_RANGE' });
        assert.throws(() => sendfile(a, file, 2 ** 53, 1), { code: 'ERR_OUT_OF_RANGE' });
        assert.throws(() => sendfile(a, file, 0.5, 1), { code: 'ERR_OUT_OF_RANGE' });
        assert.throws(() => sendfile(a, file, 0, -1), { code: 'ERR_OUT_OF_RANGE' });
        assert.throws(() => sendfile(a, file, undefined as never, 1), { code: 'ERR_INVALID_ARG_TYPE' });
        assert.throws(() => raw.sendfile(a, file, 0 as never, 1), { code: 'ERR_INVALID_ARG_TYPE' });
        assert.throws(() => raw.sendfile(a, file, new BigInt64Array(0), 1), { code: 'ERR_INVALID_ARG_VALUE' });
        assert.throws(() => raw.splice(a, null, file, new BigInt64Array(0), 1), /"offOut"/);
      });
    });
  });
});
