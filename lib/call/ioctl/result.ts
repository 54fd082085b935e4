import type { Bytes } from '../../core/bytes';
import type { Fd } from '../../core/fd';
import type { IoctlRequest } from '../../core/ioctl-request';
import type { Result } from '../../core/result';
import { failure, success } from '../gate';
import * as raw from './raw';
import { argumentBytes, requestAnswer } from './request';

/** `ioctl(fd, request, argument)`: makes a request that belongs to the kind of file behind a descriptor. */
export function ioctl<A extends readonly unknown[], R>(
  fd: Fd,
  request: IoctlRequest<A, R>,
  ...argument: A
): Result<R, 'ioctl'>;
export function ioctl(fd: Fd, request: number, argument: Bytes | null): Result<number, 'ioctl'>;
export function ioctl(fd: Fd, request: number, argument?: unknown): Result<unknown, 'ioctl'> {
  const result = raw.ioctl(fd, request, argumentBytes(request, argument));
  return result < 0 ? failure('ioctl', result, fd) : success(requestAnswer(request, argument, result));
}

/** `sockatmark(fd)`: tells whether reading has come to the mark that urgent data left. */
export function sockatmark(fd: Fd): Result<boolean, 'sockatmark'> {
  const result = raw.sockatmark(fd);
  return result < 0 ? failure('sockatmark', result, fd) : success(result !== 0);
}
