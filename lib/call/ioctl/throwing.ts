import type { Bytes } from '../../core/bytes';
import type { Fd } from '../../core/fd';
import type { IoctlRequest } from '../../core/ioctl-request';
import { fail } from '../gate';
import * as raw from './raw';
import { argumentBytes, requestAnswer } from './request';

/**
 * `ioctl(fd, request, argument)`: makes a request that belongs to the kind of file behind a descriptor.
 *
 * The constants know what their requests take and give: `ioctl(fd, FIONREAD)` is a number, `ioctl(fd, FIONBIO, true)`
 * gives nothing, `ioctl(fd, SIOCATMARK)` is a boolean, `ioctl(fd, SIOCGIFMTU, 'lo')` a number. For any other request
 * the argument is bytes that the kernel reads and fills in place, or null for one that takes none; a request for which
 * they are too few gives EFAULT, and overruns nothing.
 * @param fd any descriptor; for requests about network interfaces any socket.
 * @param request a constant, or a number of 32 bits.
 * @param argument what the request takes; bytes, at most 64 KiB, may be given to every request.
 * @returns what the request gives; with bytes or null what the call returned, mostly 0.
 * @throws {SyscallError} ENOTTY, EINVAL, EFAULT, EBADF, ENODEV, EPERM and others.
 * @see ioctl(2), https://man7.org/linux/man-pages/man2/ioctl.2.html
 */
export function ioctl<A extends readonly unknown[], R>(fd: Fd, request: IoctlRequest<A, R>, ...argument: A): R;
export function ioctl(fd: Fd, request: number, argument: Bytes | null): number;
export function ioctl(fd: Fd, request: number, argument?: unknown): unknown {
  const result = raw.ioctl(fd, request, argumentBytes(request, argument));
  return result < 0 ? fail('ioctl', result, fd) : requestAnswer(request, argument, result);
}

/**
 * `sockatmark(fd)`: tells whether reading has come to the mark that urgent data left: the next byte is then the urgent
 * one where SO_OOBINLINE is set, else the one behind it. A read never crosses the mark.
 *
 * The C library makes it of `ioctl(fd, SIOCATMARK)`.
 * @param fd a stream socket.
 * @returns whether it has.
 * @throws {SyscallError} EBADF, ENOTTY, EINVAL.
 * @see sockatmark(3), https://man7.org/linux/man-pages/man3/sockatmark.3.html
 */
export function sockatmark(fd: Fd): boolean {
  const result = raw.sockatmark(fd);
  return result < 0 ? fail('sockatmark', result, fd) : result !== 0;
}
