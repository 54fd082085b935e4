import { wrongType } from '../../core/misuse';
import { isSyscallError } from '../../core/error/syscall-error';
import { patiently } from './patience';

/**
 * Makes a call again, for as long as a signal interrupts it: `retryOnEintr(() => recv(fd, buffer))`.
 *
 * A function of several calls, such as `writeAll`, goes on where it was interrupted when it runs in here, so nothing is
 * sent twice. A thread that is to be stopped by EINTR can't be, while it runs in here.
 * @param call what to call, of the throwing door; without arguments.
 * @returns what it returned in the end.
 * @throws whatever it throws, but for a SyscallError with the code EINTR.
 */
export function retryOnEintr<T>(call: () => T): T {
  if (typeof call !== 'function') throw wrongType('call', 'of type function', call);
  return patiently(() => {
    for (;;) {
      try {
        return call();
      } catch (error) {
        if (!isSyscallError(error) || error.code !== 'EINTR') throw error;
      }
    }
  });
}
