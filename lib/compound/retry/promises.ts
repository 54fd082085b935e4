import { isSyscallError } from '../../core/error/syscall-error';
import { wrongType } from '../../core/misuse';

/**
 * Makes a call again, for as long as a signal interrupts it: `await retryOnEintr(() => close(fd))` is one that must not
 * be, since the number is free after EINTR.
 *
 * The calls of this door do not sleep in the kernel, so EINTR is rare in it.
 * @param call what to call, of the promises door; without arguments.
 * @returns what it gave in the end.
 * @throws whatever it throws, but for a SyscallError with the code EINTR.
 */
export async function retryOnEintr<T>(call: () => Promise<T> | T): Promise<T> {
  if (typeof call !== 'function') throw wrongType('call', 'of type function', call);
  for (;;) {
    try {
      return await call();
    } catch (error) {
      if (!isSyscallError(error) || error.code !== 'EINTR') throw error;
    }
  }
}
