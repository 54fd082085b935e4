import { AF_VSOCK, type Fd, SO_VM_SOCKETS_BUFFER_MAX_SIZE, setsockopt } from '../../../lib';
import type { Samples } from '../sample';

const SPAN = { seconds: 3, microseconds: 500000 };
const larger = (fd: Fd): void => setsockopt(fd, AF_VSOCK, SO_VM_SOCKETS_BUFFER_MAX_SIZE, 2 ** 33);

export const vsockSamples: Samples = {
  SO_VM_SOCKETS_BUFFER_SIZE: { on: 'vsock', before: larger, set: 2n ** 32n },
  SO_VM_SOCKETS_BUFFER_MIN_SIZE: { on: 'vsock', set: 4096n },
  SO_VM_SOCKETS_BUFFER_MAX_SIZE: { on: 'vsock', set: 2n ** 33n },
  SO_VM_SOCKETS_PEER_HOST_VM_ID: { on: 'vsock' },
  SO_VM_SOCKETS_TRUSTED: { on: 'vsock' },
  SO_VM_SOCKETS_CONNECT_TIMEOUT: { on: 'vsock', set: SPAN },
  SO_VM_SOCKETS_CONNECT_TIMEOUT_OLD: { on: 'vsock', set: SPAN },
  SO_VM_SOCKETS_CONNECT_TIMEOUT_NEW: { on: 'vsock', set: SPAN },
  SO_VM_SOCKETS_NONBLOCK_TXRX: { on: 'vsock', set: true },
};
