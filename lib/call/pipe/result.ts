import type { Fd } from '../../core/fd';
import type { Result } from '../../core/result';
import { withCloexec } from '../close-on-exec';
import { failure, success } from '../gate';
import * as raw from './raw';

/** `pipe2(pipefd, flags)`: makes a pipe, close-on-exec; gives both descriptors, the reading end first. Linux. */
export function pipe2(flags = 0): Result<[read: Fd, write: Fd], 'pipe2'> {
  const pipefd = new Int32Array(2);
  const result = raw.pipe2(withCloexec('flags', flags), pipefd);
  return result < 0 ? failure('pipe2', result) : success([pipefd[0], pipefd[1]] as [Fd, Fd]);
}

/** `eventfd(initval, flags)`: makes a counter that wakes those who poll it, close-on-exec; gives its descriptor. Linux. */
export function eventfd(initval = 0, flags = 0): Result<Fd, 'eventfd'> {
  const result = raw.eventfd(initval, withCloexec('flags', flags));
  return result < 0 ? failure('eventfd', result) : success(result as Fd);
}
