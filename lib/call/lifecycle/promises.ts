import { tellClosing } from '../../core/closing';
import { SOL_SOCKET, SO_LINGER } from '../../core/constant';
import { SyscallError } from '../../core/error/syscall-error';
import type { Fd } from '../../core/fd';
import { setInts } from '../../core/frame';
import { native } from '../../core/native';
import { inPool } from '../../reactor/pool';
import { rejected } from '../../reactor/turn';
import { getsockopt } from '../option/raw';
import * as raw from './raw';

/** struct linger: whether it lingers, and for how many seconds. */
const linger = new Int32Array(2);

/**
 * `close(fd)`: gives the descriptor back. What waits for it in this thread is rejected with ECANCELED before; every
 * door's close does so.
 *
 * A socket with SO_LINGER and a time above 0 is closed on a thread of libuv's pool, since on Linux its close can block even
 * if it is non-blocking; any other at once, before this returns.
 * @param fd any descriptor.
 * @throws {SyscallError} EBADF, EIO, EINTR.
 * @see close(2), https://man7.org/linux/man-pages/man2/close.2.html
 */
export function close(fd: Fd): Promise<void> {
  try {
    if (lingers(fd)) return closeInPool(fd);
    const result = raw.close(fd);
    return result < 0 ? rejected(new SyscallError('close', result, { fd })) : Promise.resolve();
  } catch (error) {
    return rejected(error);
  }
}

function lingers(fd: number): boolean {
  const result = getsockopt(fd, SOL_SOCKET, SO_LINGER, linger);
  return result >= 0 && linger[0] !== 0 && linger[1]! > 0;
}

function closeInPool(fd: number): Promise<void> {
  tellClosing(fd);
  return inPool(
    'close',
    {},
    (give) => {
      setInts(fd);
      native.closeElsewhere(give);
    },
    (result) => {
      if (result < 0) throw new SyscallError('close', result, { fd });
    },
  );
}
