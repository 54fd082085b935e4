import {
  F_GETFL,
  F_SETFL,
  type Fd,
  IPPROTO_TCP,
  O_NONBLOCK,
  SOL_SOCKET,
  SO_BUSY_POLL,
  SO_RCVBUF,
  SO_SNDBUF,
  TCP_NODELAY,
  fcntl,
  getsockopt,
  isSyscallError,
  setsockopt,
} from '../../../index';
import { TransportError } from './transport-error';
import type { SocketOptions } from './transport';

/** Sets what has to be set before a socket is connected: TCP's window depends on it. */
export function setBuffers(fd: Fd, { sndbuf, rcvbuf }: SocketOptions): void {
  if (sndbuf !== null) setBuffer(fd, 'SO_SNDBUF', sndbuf);
  if (rcvbuf !== null) setBuffer(fd, 'SO_RCVBUF', rcvbuf);
}

const BUFFERS = {
  SO_SNDBUF: { option: SO_SNDBUF, limit: 'net.core.wmem_max' },
  SO_RCVBUF: { option: SO_RCVBUF, limit: 'net.core.rmem_max' },
} as const;

/** Linux doubles what is asked for, and cuts it at a limit without a word. */
function setBuffer(fd: Fd, name: keyof typeof BUFFERS, bytes: number): void {
  const { option, limit } = BUFFERS[name];
  setsockopt(fd, SOL_SOCKET, option, bytes);
  const doubled = process.platform === 'linux' ? 2 : 1;
  const given = getsockopt(fd, SOL_SOCKET, option) / doubled;
  if (given >= bytes) return;
  throw new TransportError(`${name}: the kernel gives ${given} of ${bytes} bytes. Ask for less, or raise ${limit}.`);
}

/** SO_BUSY_POLL, which needs a privilege to be raised. */
export function setBusyPoll(fd: Fd, microseconds: number): void {
  if (SO_BUSY_POLL === undefined) throw new TransportError(`SO_BUSY_POLL does not exist on ${process.platform}.`);
  try {
    setsockopt(fd, SOL_SOCKET, SO_BUSY_POLL, microseconds);
  } catch (error) {
    if (!isSyscallError(error, 'setsockopt')) throw error;
    throw new TransportError(`SO_BUSY_POLL: ${error.message}. ${remedyFor(error.code)}`, { cause: error });
  }
}

function remedyFor(code: string): string {
  if (code === 'EPERM') return 'It needs CAP_NET_ADMIN: run it as root, or leave busy poll out.';
  if (code === 'ENOPROTOOPT') return 'This kernel is built without it (CONFIG_NET_RX_BUSY_POLL): leave busy poll out.';
  return 'Leave busy poll out.';
}

/** Whether TCP sends small segments at once. */
export function setNodelay(fd: Fd, on: boolean): void {
  setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, on);
}

/** Makes a descriptor one that does not block. It stays so for whoever has a duplicate. */
export function setNonBlocking(fd: Fd): void {
  fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) | O_NONBLOCK);
}
