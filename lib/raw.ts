// The raw door: a call gives an integer, the value or -errno, and takes any integer for a descriptor.
// What C returns through a pointer is written to an object of the caller's, which it may use again.
export * from './common';
export type { AddressInfoOut, NameInfoOut } from './call/resolve/answer';
export type { ProtocolOut, ServiceOut } from './call/service/entry';
export * from './call/batch/raw';
export * from './call/connection/raw';
export * from './call/datagram/raw';
export * from './call/duplicate/raw';
export * from './call/epoll/raw';
export * from './call/ioctl/raw';
export * from './call/lifecycle/raw';
export * from './call/message/raw';
export * from './call/name/raw';
export * from './call/network/raw';
export * from './call/option/raw';
export * from './call/pipe/raw';
export * from './call/poll/raw';
export * from './call/presentation/raw';
export * from './call/resolve/raw';
export * from './call/service/raw';
export * from './call/splice/raw';
export * from './call/transfer/raw';
export * from './call/vector/raw';
export * from './call/watch/raw';
