import type { AddressFor } from '../../address/argument';
import { connect } from '../../call/connection/promises';
import { checkUint } from '../../core/check';
import type { ActiveSocket } from '../../core/fd';
import type { WaitOptions } from '../../reactor/options';

/**
 * Connects a socket, and waits for that no longer than it is told: `connect(fd, address, { timeout: milliseconds })` by
 * the name that the throwing door has for it. Here the descriptor's O_NONBLOCK is not touched.
 * @param fd a non-blocking socket that is not connected. After an error, close it: it may go on connecting.
 * @param address of the socket's family.
 * @param milliseconds how long to wait at most; 0 does not wait.
 * @param options `{ signal }`: what else ends the wait.
 * @throws {SyscallError} as connect does.
 * @throws {WaitError} ERR_SOCKCALL_TIMEOUT if the time is over, ERR_SOCKCALL_BLOCKING_FD if the descriptor blocks.
 */
export async function connectTimeout<S extends ActiveSocket>(
  fd: S,
  address: AddressFor<S>,
  milliseconds: number,
  options?: WaitOptions,
): Promise<void> {
  const timeout = checkUint('milliseconds', milliseconds, 0x7fffffff);
  return connect(fd, address, { signal: options?.signal, timeout });
}
