import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import {
  AF_INET,
  FD_CLOEXEC,
  FIOASYNC,
  FIOCLEX,
  FIOGETOWN,
  FIONBIO,
  FIONCLEX,
  FIONREAD,
  FIOSETOWN,
  F_GETFD,
  F_GETFL,
  F_GETOWN,
  type Fd,
  IFF_LOOPBACK,
  MSG_WAITALL,
  O_ASYNC,
  O_NONBLOCK,
  SIOCATMARK,
  SIOCGIFFLAGS,
  SIOCGIFHWADDR,
  SIOCGIFINDEX,
  SIOCGIFMETRIC,
  SIOCGIFMTU,
  SIOCGIFNAME,
  SIOCGIFTXQLEN,
  SIOCGPGRP,
  SIOCINQ,
  SIOCOUTQ,
  SIOCSPGRP,
  SOCK_STREAM,
  close,
  fcntl,
  if_nametoindex,
  ioctl,
  recv,
  send,
  socket,
} from '../../lib';
import * as raw from '../../lib/raw';
import * as result from '../../lib/result';
import { kinds, withPair } from '../helpers/kinds';

/** A request of an interface that the package does not know, and the 40 bytes that the kernel reads and fills. */
const SIOCGIFMAP = 0x8970;
const NEEDED = 40;
/** A request whose number tells its size, which is 16. */
const SIOCGSTAMP_NEW = 0x80108906;

const linux = process.platform === 'linux' ? describe : describe.skip;

describe('ioctl', () => {
  for (const kind of kinds) {
    it(`FIONREAD tells what waits: ${kind.name}`, () => {
      withPair(kind, ({ a, b }) => {
        assert.equal(ioctl(b, FIONREAD), 0);
        send(a, 'abc');
        send(a, 'defgh');
        // A receive that waits, so that both are there.
        const first = new Uint8Array(kind.stream ? 1 : 16);
        assert.equal(recv(b, first), kind.stream ? 1 : 3);
        if (kind.stream) recv(b, new Uint8Array(2), MSG_WAITALL);
        recv(b, new Uint8Array(5), raw.MSG_PEEK | (kind.stream ? MSG_WAITALL : 0));
        const out = Int32Array.of(-1);
        assert.equal(ioctl(b, FIONREAD), 5);
        assert.deepEqual(result.ioctl(b, FIONREAD), { ok: true, value: 5 });
        assert.equal(raw.ioctl(b, FIONREAD, out), 0);
        assert.equal(out[0], 5);
      });
    });
  }

  it('FIONREAD tells the size of the next datagram only', () => {
    withPair('UDP over IPv4', ({ a, b }) => {
      send(a, 'abc');
      send(a, 'defgh');
      recv(b, new Uint8Array(1), raw.MSG_PEEK);
      assert.equal(ioctl(b, FIONREAD), 3);
    });
  });

  it('FIONBIO and FIOASYNC set what F_GETFL shows', () => {
    withPair('UDP over IPv4', ({ a }) => {
      for (const [request, flag] of [
        [FIONBIO, O_NONBLOCK],
        [FIOASYNC, O_ASYNC],
      ] as const) {
        assert.equal(fcntl(a, F_GETFL) & flag, 0);
        assert.equal(ioctl(a, request, true), undefined);
        assert.equal(fcntl(a, F_GETFL) & flag, flag);
        assert.deepEqual(result.ioctl(a, request, false), { ok: true, value: undefined });
        assert.equal(fcntl(a, F_GETFL) & flag, 0);
        assert.equal(raw.ioctl(a, request, Int32Array.of(1)), 0);
        assert.equal(fcntl(a, F_GETFL) & flag, flag);
      }
    });
  });

  it('FIOCLEX and FIONCLEX set what F_GETFD shows', () => {
    withPair('unix stream pair', ({ a }) => {
      ioctl(a, FIONCLEX);
      assert.equal(fcntl(a, F_GETFD), 0);
      assert.equal(ioctl(a, FIOCLEX), undefined);
      assert.equal(fcntl(a, F_GETFD), FD_CLOEXEC);
      assert.equal(raw.ioctl(a, FIONCLEX), 0);
      assert.equal(ioctl(a, FIOCLEX, null), 0);
      assert.equal(fcntl(a, F_GETFD), FD_CLOEXEC);
    });
  });

  it('FIOSETOWN and SIOCSPGRP set what F_GETOWN shows', () => {
    withPair('unix stream pair', ({ a }) => {
      assert.equal(ioctl(a, FIOGETOWN), 0);
      ioctl(a, FIOSETOWN, process.pid);
      assert.equal(ioctl(a, SIOCGPGRP), process.pid);
      assert.equal(fcntl(a, F_GETOWN), process.pid);
      ioctl(a, SIOCSPGRP, 0);
      assert.equal(ioctl(a, FIOGETOWN), 0);
    });
  });

  it('refuses what the request does not take, and makes no call', () => {
    withPair('unix stream pair', ({ a }) => {
      const any = ioctl as (fd: Fd, request: number, argument?: unknown) => unknown;
      const wrong = { name: 'TypeError', code: 'ERR_INVALID_ARG_TYPE' };
      assert.throws(() => any(a, FIONREAD, 1), wrong);
      assert.throws(() => any(a, FIONBIO), wrong);
      assert.throws(() => any(a, FIONBIO, 1), wrong);
      assert.throws(() => any(a, FIOSETOWN, true), wrong);
      assert.throws(() => any(a, FIOCLEX, 0), wrong);
      assert.throws(() => any(a, 0x1234), { ...wrong, message: /null/ });
      assert.throws(() => any(a, 0x1234, 5), wrong);
      assert.throws(() => any(a, 0x1234, {}), wrong);
      assert.throws(() => any(a, 2 ** 32, null), { code: 'ERR_OUT_OF_RANGE' });
      assert.throws(() => raw.ioctl(a, FIONREAD, 5 as never), wrong);
    });
  });
});

describe('the argument of ioctl', () => {
  let fd: Fd;
  beforeEach(() => {
    fd = socket(AF_INET, SOCK_STREAM);
  });
  afterEach(() => close(fd));

  it('is refused where it is known to be too small: an int has four bytes', () => {
    const refused = { name: 'RangeError', code: 'ERR_OUT_OF_RANGE', message: /at least 4 and/ };
    for (const request of [FIONREAD, FIONBIO, SIOCATMARK, SIOCINQ, SIOCOUTQ, SIOCGPGRP]) {
      for (const size of [0, 1, 2, 3]) assert.throws(() => raw.ioctl(fd, request, new Uint8Array(size)), refused);
    }
  });

  it('is refused where the number of the request tells that it is too small', () => {
    const refused = { name: 'RangeError', code: 'ERR_OUT_OF_RANGE', message: /at least 16 and/ };
    for (const request of [SIOCGSTAMP_NEW, SIOCGSTAMP_NEW | 0]) {
      assert.throws(() => raw.ioctl(fd, request, new Uint8Array(15)), refused);
      assert.ok(raw.ioctl(fd, request, new Uint8Array(16)) > -1000);
    }
    assert.throws(() => raw.ioctl(fd, FIONREAD, new Uint8Array(65537)), RangeError);
    assert.equal(raw.ioctl(fd, FIONREAD, new Uint8Array(65536)), 0);
  });

  it('may lie anywhere in a buffer of any kind', () => {
    const memory = new Uint8Array(32).fill(0xee);
    assert.equal(raw.ioctl(fd, FIONREAD, memory.subarray(5, 9)), 0);
    assert.deepEqual(memory, new Uint8Array(32).fill(0xee).fill(0, 5, 9));
    assert.equal(raw.ioctl(fd, FIONREAD, new DataView(memory.buffer, 20, 4)), 0);
    assert.equal(memory[20], 0);
    assert.equal(memory[24], 0xee);
    assert.equal(raw.ioctl(fd, FIONREAD, new ArrayBuffer(4)), 0);
    assert.equal(raw.ioctl(fd, FIONREAD, new BigInt64Array(1)), 0);
  });
});

linux('an argument that is too small for a request which is not known here (Linux)', () => {
  it('gives EFAULT, and no byte outside of it changes', () => {
    const fd = socket(AF_INET, SOCK_STREAM);
    try {
      for (let size = 0; size <= NEEDED + 8; size++) {
        const memory = new Uint8Array(256).fill(0xee);
        const argument = memory.subarray(100, 100 + size);
        argument.set(Buffer.from('lo\0').subarray(0, size));
        const answer = raw.ioctl(fd, SIOCGIFMAP, argument);
        assert.equal(answer, size < NEEDED ? -raw.EFAULT : 0, `${size} bytes`);
        assert.ok([...memory.subarray(0, 100), ...memory.subarray(100 + size)].every((byte) => byte === 0xee));
      }
    } finally {
      close(fd);
    }
  });
});

linux('requests about interfaces (Linux)', () => {
  const about = (file: string): string => readFileSync(`/sys/class/net/lo/${file}`, 'utf8').trim();
  let fd: Fd;
  beforeEach(() => {
    [fd] = [socket(AF_INET, SOCK_STREAM)];
  });
  afterEach(() => close(fd));

  it('take a name or an index, and give what /sys tells', () => {
    const index = Number(about('ifindex'));
    assert.equal(ioctl(fd, SIOCGIFINDEX, 'lo'), index);
    assert.equal(ioctl(fd, SIOCGIFINDEX, 'lo'), if_nametoindex('lo'));
    assert.equal(ioctl(fd, SIOCGIFNAME, index), 'lo');
    assert.equal(ioctl(fd, SIOCGIFMTU, 'lo'), Number(about('mtu')));
    assert.equal(ioctl(fd, SIOCGIFTXQLEN, 'lo'), Number(about('tx_queue_len')));
    assert.equal(ioctl(fd, SIOCGIFMETRIC, 'lo'), 0);
    assert.notEqual(ioctl(fd, SIOCGIFFLAGS, 'lo') & IFF_LOOPBACK, 0);
    assert.deepEqual(result.ioctl(fd, SIOCGIFNAME, index), { ok: true, value: 'lo' });
  });

  it('give any other answer as bytes', () => {
    const request = Buffer.alloc(NEEDED);
    request.write('lo');
    assert.equal(ioctl(fd, SIOCGIFHWADDR, request), 0);
    assert.equal(request.readUInt16LE(16), raw.ARPHRD_LOOPBACK);
    assert.equal(request.subarray(18, 24).toString('hex'), '000000000000');
    assert.throws(() => ioctl(fd, SIOCGIFHWADDR, new Uint8Array(39)), /at least 40 and/);
  });

  it('know nothing of an interface that is not there, and refuse a name that cannot be one', () => {
    assert.throws(() => ioctl(fd, SIOCGIFMTU, 'no/such'), { code: 'ENODEV', syscall: 'ioctl' });
    assert.throws(() => ioctl(fd, SIOCGIFNAME, 0), { code: 'ENODEV' });
    assert.throws(() => ioctl(fd, SIOCGIFMTU, 'x'.repeat(16)), { code: 'ERR_OUT_OF_RANGE' });
    assert.throws(() => ioctl(fd, SIOCGIFMTU, 'lo\0'), { code: 'ERR_INVALID_ARG_VALUE' });
    assert.throws(() => ioctl(fd, SIOCGIFNAME, 'lo' as never), { code: 'ERR_INVALID_ARG_TYPE' });
  });
});
