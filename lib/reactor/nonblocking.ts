import { F_GETFL, O_NONBLOCK } from '../core/constant';
import { blockingFd } from './error';
import { fcntl } from '../call/option/raw';

// In the bundle a constant is looked up at each use.
const GETFL = F_GETFL;
const NONBLOCK = O_NONBLOCK;

/**
 * Refuses a descriptor for which a call could block the event loop. It is asked before each call that has no
 * MSG_DONTWAIT: the flag is the open file's, so whoever else has that may have cleared it since the last time.
 */
export function refuseBlocking(syscall: string, fd: number): void {
  const flags = fcntl(fd, GETFL);
  // A descriptor that has no flags is not open, which the call itself is to say.
  if (flags >= 0 && (flags & NONBLOCK) === 0) throw blockingFd(syscall, fd);
}
