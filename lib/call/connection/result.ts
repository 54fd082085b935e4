import { type AddressFor, failedAddress } from '../../address/argument';
import { SOMAXCONN } from '../../core/constant';
import type { ActiveSocket, ConnectionSocket, PassiveSocket } from '../../core/fd';
import type { Result } from '../../core/result';
import { failure, success } from '../gate';
import { type Accepted, accept4Cloexec, acceptCloexec, accepted } from './accepted';
import * as raw from './raw';

/** `bind(fd, address, addrlen)`: gives a socket its own address. */
export function bind<S extends ActiveSocket>(fd: S, address: AddressFor<S>): Result<void, 'bind'> {
  const result = raw.bind(fd, address);
  return result < 0 ? failure('bind', result, fd, failedAddress(address)) : success(undefined);
}

/**
 * `listen(fd, backlog)`: makes a socket passive, so that it takes connections.
 * @returns as its value the same descriptor, which the compiler then knows as a passive socket.
 */
export function listen<S extends ConnectionSocket>(
  fd: S,
  backlog: number = SOMAXCONN,
): Result<S & PassiveSocket, 'listen'> {
  const result = raw.listen(fd, backlog);
  return result < 0 ? failure('listen', result, fd) : success(fd as S & PassiveSocket);
}

/** `accept(fd, address, addrlen)`: takes the next connection from a passive socket; the descriptor is close-on-exec. */
export function accept<S extends PassiveSocket>(fd: S): Result<Accepted<S>, 'accept'> {
  const result = acceptCloexec(fd);
  return result < 0 ? failure('accept', result, fd) : success(accepted(result));
}

/** `accept4(fd, address, addrlen, flags)`: accept, with SOCK_NONBLOCK for the new descriptor if wanted. Linux. */
export function accept4<S extends PassiveSocket>(fd: S, flags: number): Result<Accepted<S>, 'accept4'> {
  const result = accept4Cloexec(fd, flags);
  return result < 0 ? failure('accept4', result, fd) : success(accepted(result));
}

/** `connect(fd, address, addrlen)`: connects a socket to an address. */
export function connect<S extends ActiveSocket>(fd: S, address: AddressFor<S>): Result<void, 'connect'> {
  const result = raw.connect(fd, address);
  return result < 0 ? failure('connect', result, fd, failedAddress(address)) : success(undefined);
}
