import { Sockaddr } from '../../address/sockaddr';
import type { AddressOf } from '../../core/address';
import type { Bytes } from '../../core/bytes';
import type { FamilyOf } from '../../core/fd';
import * as raw from './raw';

/** What recvfrom() took: how many bytes, and who sent them. */
export interface Received<S> {
  readonly length: number;
  /** Absent if the kernel gives none: a stream has a peer instead, and a unix socket may send without a name. */
  readonly address: AddressOf<FamilyOf<S>> | undefined;
}

const sender = new Sockaddr();

/** recvfrom() for the doors that give a plain address, which waits for `received`. */
export function receive(fd: number, buffer: Bytes, flags: number, offset: number, length?: number): number {
  return raw.recvfrom(fd, buffer, flags, sender, offset, length);
}

/** What `receive` has just taken. */
export function received<S>(length: number): Received<S> {
  return { length, address: sender.decode() as AddressOf<FamilyOf<S>> | undefined };
}
