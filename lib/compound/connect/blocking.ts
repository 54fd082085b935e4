import type { AddressFor } from '../../address/argument';
import { Sockaddr } from '../../address/sockaddr';
import * as raw from '../../call/connection/raw';
import { fail } from '../../call/gate';
import { fcntl, getsockopt } from '../../call/option/throwing';
import * as rawPoll from '../../call/poll/raw';
import { checkUint } from '../../core/check';
import { EINPROGRESS, EINTR, F_GETFL, F_SETFL, O_NONBLOCK, POLLOUT, SOL_SOCKET, SO_ERROR } from '../../core/constant';
import type { ActiveSocket } from '../../core/fd';
import { timedOut } from '../../reactor/error';
import { isPatient } from '../retry/patience';

/**
 * Connects a socket, and waits for that no longer than it is told. These are several calls: `fcntl` makes the socket
 * non-blocking if it is not, then `connect`, `poll`, `getsockopt` of SO_ERROR, and `fcntl` puts the flag back.
 *
 * While it runs, all who have the same open file description find it non-blocking. After an error the socket goes on
 * connecting, or is in a state that differs between platforms: close it. An EINTR of `poll` ends it, unless within
 * `retryOnEintr`.
 * @param fd a socket that is not connected.
 * @param address of the socket's family.
 * @param milliseconds how long to wait at most; 0 does not wait.
 * @throws {SyscallError} as connect does, or poll.
 * @throws {Error} with the code ERR_SOCKCALL_TIMEOUT if the time is over. ETIMEDOUT is the kernel's own.
 */
export function connectTimeout<S extends ActiveSocket>(fd: S, address: AddressFor<S>, milliseconds: number): void {
  checkUint('milliseconds', milliseconds, 0x7fffffff);
  const encoded = address instanceof Sockaddr ? address : new Sockaddr(address);
  const flags = fcntl(fd, F_GETFL);
  const blocks = (flags & O_NONBLOCK) === 0;
  if (blocks) fcntl(fd, F_SETFL, flags | O_NONBLOCK);
  try {
    connectWithin(fd, encoded, milliseconds);
  } finally {
    if (blocks) fcntl(fd, F_SETFL, flags);
  }
}

function connectWithin(fd: ActiveSocket, address: Sockaddr, milliseconds: number): void {
  const result = raw.connect(fd, address);
  if (result === 0) return;
  if (result !== -EINPROGRESS) fail('connect', result, fd, address.decode());
  waitUntilWritable(fd, milliseconds);
  const errno = getsockopt(fd, SOL_SOCKET, SO_ERROR);
  if (errno !== 0) fail('connect', -errno, fd, address.decode());
}

function waitUntilWritable(fd: ActiveSocket, milliseconds: number): void {
  const end = performance.now() + milliseconds;
  for (let left = milliseconds; ; left = Math.max(0, Math.ceil(end - performance.now()))) {
    const result = rawPoll.poll(Int32Array.of(fd, POLLOUT, 0), left);
    if (result > 0) return;
    if (result === 0) throw timedOut('connect', fd, milliseconds);
    if (result !== -EINTR || !isPatient()) fail('poll', result, fd);
  }
}
