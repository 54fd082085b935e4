/** The codes of errors that are this package's own, since no call answered them. */
export type WaitCode = 'ERR_SOCKCALL_TIMEOUT' | 'ERR_SOCKCALL_BLOCKING_FD';

/** An error of a wait: no errno, because the kernel said nothing. */
export interface WaitError extends Error {
  readonly code: WaitCode;
  /** The C name of the call that waited, or would have. */
  readonly syscall: string;
  readonly fd?: number;
}

function coded(message: string, code: WaitCode, syscall: string, fd: number | undefined): WaitError {
  return Object.assign(new Error(message), { code, syscall, ...(fd === undefined ? {} : { fd }) });
}

/** The time of `timeout` is over. The kernel's ETIMEDOUT is something else: a peer that does not answer. */
export function timedOut(syscall: string, fd: number | undefined, milliseconds: number): WaitError {
  return coded(`${syscall} was not done within ${milliseconds} ms`, 'ERR_SOCKCALL_TIMEOUT', syscall, fd);
}

export function blockingFd(syscall: string, fd: number): WaitError {
  return coded(
    `${syscall} would block the event loop, since descriptor ${fd} is not non-blocking: make it with SOCK_NONBLOCK, or ` +
      'set it by fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) | O_NONBLOCK), for all who have the same open file',
    'ERR_SOCKCALL_BLOCKING_FD',
    syscall,
    fd,
  );
}
