import { decodeOut } from '../../address/argument';
import { Sockaddr } from '../../address/sockaddr';
import type { AddressOf } from '../../core/address';
import type { FamilyOf, KindOf, SocketFd } from '../../core/fd';
import { HAS_CLOEXEC, closeOnExec, withCloexec } from '../close-on-exec';
import * as raw from './raw';

/** A connection that accept() took: its descriptor, and the peer's address. */
export interface Accepted<S> {
  readonly fd: SocketFd<FamilyOf<S>, KindOf<S>>;
  readonly address: AddressOf<FamilyOf<S>>;
}

const peer = new Sockaddr();

/** accept() for the doors whose descriptors are close-on-exec; the peer's address waits for `accepted`. */
export function acceptCloexec(fd: number): number {
  return HAS_CLOEXEC ? accept4Cloexec(fd, 0) : closeOnExec(raw.accept(fd, peer));
}

export function accept4Cloexec(fd: number, flags: number): number {
  return raw.accept4(fd, withCloexec('flags', flags), peer);
}

/** The connection just taken. */
export function accepted<S>(fd: number): Accepted<S> {
  return { fd, address: decodeOut(peer) } as unknown as Accepted<S>;
}
