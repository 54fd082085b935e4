import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import {
  AF_UNIX,
  type Fd,
  SOCK_DGRAM,
  Sockaddr,
  type SocketFd,
  abstract,
  bind,
  close,
  getsockname,
  recvfrom,
  sendto,
  socket,
  socketpair,
  unix,
} from '../../lib';
import * as raw from '../../lib/raw';

const linux = process.platform === 'linux' ? describe : describe.skip;

function withSocket<T>(use: (fd: SocketFd<'unix', 'dgram'>) => T): T {
  const fd = socket(AF_UNIX, SOCK_DGRAM);
  try {
    return use(fd);
  } finally {
    close(fd);
  }
}

/** A name as bytes, whichever form it came in. */
const asBytes = (name: string | Uint8Array | undefined): Buffer => Buffer.from(name as Uint8Array);

/** The address and its length, as the kernel reported them. */
function reported(fd: Fd): { length: number; address: unknown } {
  const out = new Sockaddr();
  assert.equal(raw.getsockname(fd, out), 0);
  const length = new Uint32Array(out.bytes.buffer, out.bytes.byteOffset, 2)[1]!;
  return { length, address: out.decode() };
}

linux('unix addresses in the kernel (Linux)', () => {
  let directory: string;
  before(() => {
    directory = mkdtempSync(join(tmpdir(), 'sockcall-'));
  });
  after(() => rmSync(directory, { recursive: true }));

  it('an abstract name may be of any bytes, and is counted', () => {
    const prefix = Buffer.from(`${process.pid}-any`);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 107 - prefix.length }), (rest) => {
        const name = Buffer.concat([prefix, rest]);
        withSocket((fd) => {
          bind(fd, abstract(name));
          assert.deepEqual(asBytes(getsockname(fd).abstract), name);
          assert.equal(reported(fd).length, 2 + 1 + name.length);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('a path may be of any bytes but NUL and slash', () => {
    const byte = fc.integer({ min: 1, max: 255 }).filter((each) => each !== 0x2f);
    const room = 108 - directory.length - 1;
    fc.assert(
      fc.property(fc.array(byte, { minLength: 1, maxLength: room }), (bytes) => {
        const name = Uint8Array.from(bytes);
        if (['.', '..'].includes(Buffer.from(name).toString())) return;
        const path = Buffer.concat([Buffer.from(`${directory}/`), name]);
        withSocket((fd) => {
          bind(fd, unix(path));
          assert.deepEqual(asBytes(getsockname(fd).path), path);
          // With its NUL, also where that is behind the structure's end.
          assert.equal(reported(fd).length, 2 + path.length + 1);
        });
        rmSync(path);
      }),
      { numRuns: 200 },
    );
  });

  it('a socket that was never bound has the family only, and autobind gives it five digits', () => {
    withSocket((fd) => {
      assert.deepEqual(reported(fd), { length: 2, address: unix() });
      bind(fd, unix());
      const { length, address } = reported(fd);
      assert.equal(length, 2 + 1 + 5);
      assert.match((address as { abstract: string }).abstract, /^[0-9a-f]{5}$/);
    });
  });

  it('a datagram of a socket without a name comes without an address, one of a named one with it', () => {
    withSocket((receiver) => {
      bind(receiver, unix());
      const room = new Uint8Array(8);
      withSocket((sender) => {
        sendto(sender, 'a', 0, getsockname(receiver));
        assert.deepEqual(recvfrom(receiver, room), { length: 1, address: undefined });
        bind(sender, abstract(`${process.pid}-sender`));
        sendto(sender, 'b', 0, getsockname(receiver));
        assert.deepEqual(recvfrom(receiver, room), { length: 1, address: abstract(`${process.pid}-sender`) });
      });
    });
  });

  it('a Sockaddr that is used again keeps nothing of a longer address', () => {
    const out = new Sockaddr();
    withSocket((fd) => {
      bind(fd, abstract(`${process.pid}`.padEnd(107, 'x')));
      raw.getsockname(fd, out);
      assert.equal((out.decode() as { abstract: string }).abstract.length, 107);
    });
    const pair = socketpair(AF_UNIX, SOCK_DGRAM);
    raw.getsockname(pair[0], out);
    pair.forEach(close);
    assert.deepEqual(out.decode(), unix());
  });

  it('is a name in bytes for whoever gives the bytes himself', () => {
    withSocket((fd) => {
      const data = Buffer.from(`\0${process.pid}\0`);
      bind(fd, { family: AF_UNIX, data } as never);
      assert.deepEqual(getsockname(fd), abstract(`${process.pid}\0`));
    });
  });
});
