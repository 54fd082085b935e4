import { mkdtempSync, openSync, closeSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  AF_INET,
  AF_UNIX,
  type Address,
  type Fd,
  type PassiveSocket,
  SOCK_DGRAM,
  SOCK_NONBLOCK,
  SOCK_STREAM,
  accept,
  asFd,
  bind,
  close,
  connect,
  getsockname,
  inet,
  listen,
  socket,
  socketpair,
} from '../../lib';
import type { Defer } from './case';

/** The number of a descriptor that nothing has open. */
export const NO_FD = asFd(-1);

function owned<T extends Fd>(defer: Defer, fd: T): T {
  defer(() => close(fd));
  return fd;
}

export function stream(defer: Defer, flags = 0): Fd {
  return owned(defer, socket(AF_INET, SOCK_STREAM | flags));
}

export function datagram(defer: Defer, flags = 0): Fd {
  return owned(defer, socket(AF_INET, SOCK_DGRAM | flags));
}

export function unixStream(defer: Defer, flags = 0): Fd {
  return owned(defer, socket(AF_UNIX, SOCK_STREAM | flags));
}

/** Two connected unix stream sockets. */
export function streamPair(defer: Defer, flags = 0): [Fd, Fd] {
  const [a, b] = socketpair(AF_UNIX, SOCK_STREAM | flags);
  return [owned(defer, a), owned(defer, b)];
}

/** A TCP socket that listens on a port of loopback that the kernel chose. */
export function listener(defer: Defer, flags = 0, backlog = 8): { fd: Fd & PassiveSocket; address: Address } {
  const fd = stream(defer, flags);
  bind(fd, inet('127.0.0.1', 0));
  listen(fd, backlog);
  return { fd, address: getsockname(fd) };
}

/** Both ends of a TCP connection. */
export function connection(defer: Defer): { client: Fd; server: Fd } {
  const { fd, address } = listener(defer);
  const client = stream(defer);
  connect(client, address);
  const server = owned(defer, accept(fd).fd);
  return { client, server };
}

/** An address of loopback where nobody listens: its port was the kernel's choice a moment ago. */
export function closedAddress(): Address {
  const fd = socket(AF_INET, SOCK_STREAM);
  try {
    bind(fd, inet('127.0.0.1', 0));
    return getsockname(fd);
  } finally {
    close(fd);
  }
}

/** A descriptor that is no socket. */
export function file(defer: Defer): Fd {
  const fd = openSync(__filename, 'r');
  defer(() => closeSync(fd));
  return asFd(fd);
}

/** An empty directory of this test's own. */
export function directory(defer: Defer): string {
  const path = mkdtempSync(join(tmpdir(), 'sockcall-'));
  defer(() => rmSync(path, { recursive: true }));
  return path;
}

export { SOCK_NONBLOCK };
