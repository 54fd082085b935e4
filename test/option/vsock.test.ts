import assert from 'node:assert/strict';
import {
  AF_VSOCK,
  SO_VM_SOCKETS_BUFFER_MAX_SIZE,
  SO_VM_SOCKETS_BUFFER_MIN_SIZE,
  SO_VM_SOCKETS_BUFFER_SIZE,
  SO_VM_SOCKETS_CONNECT_TIMEOUT,
  getsockopt,
  setsockopt,
} from '../../lib';
import { needs } from '../control/exchange';
import { withSocket } from './sockets';

const NO_VSOCK = ['EAFNOSUPPORT', 'ESOCKTNOSUPPORT', 'ENODEV'];

describe('options of AF_VSOCK', () => {
  it('keep the size of the buffer within its bounds', function () {
    needs(this, 'no AF_VSOCK', NO_VSOCK, () =>
      withSocket('vsock', (fd) => {
        const size = (): bigint => getsockopt(fd, AF_VSOCK, SO_VM_SOCKETS_BUFFER_SIZE);
        setsockopt(fd, AF_VSOCK, SO_VM_SOCKETS_BUFFER_MIN_SIZE, 1000);
        setsockopt(fd, AF_VSOCK, SO_VM_SOCKETS_BUFFER_MAX_SIZE, 2000n);
        setsockopt(fd, AF_VSOCK, SO_VM_SOCKETS_BUFFER_SIZE, 5000);
        assert.equal(size(), 2000n);
        setsockopt(fd, AF_VSOCK, SO_VM_SOCKETS_BUFFER_SIZE, 1n);
        assert.equal(size(), 1000n);
        setsockopt(fd, AF_VSOCK, SO_VM_SOCKETS_BUFFER_SIZE, 1500);
        assert.equal(size(), 1500n);
      }),
    );
  });

  it('refuse a time that is none', function () {
    needs(this, 'no AF_VSOCK', NO_VSOCK, () =>
      withSocket('vsock', (fd) => {
        const wait = (seconds: number, microseconds: number): void =>
          setsockopt(fd, AF_VSOCK, SO_VM_SOCKETS_CONNECT_TIMEOUT, { seconds, microseconds });
        for (const [seconds, microseconds] of [
          [0, 1_000_000],
          [-1, 0],
        ] as const) {
          assert.throws(() => wait(seconds, microseconds), { code: 'ERANGE' });
        }
        assert.throws(() => wait(1.5, 0), { code: 'ERR_OUT_OF_RANGE' });
      }),
    );
  });
});
