// The promises door: a call gives a promise, and waits on the event loop instead of blocking the thread.
export * from './common';
export { SyscallError, isSyscallError } from './core/error/syscall-error';
export { ResolveError, isResolveError } from './core/error/resolve-error';
export * from './call/connection/promises';
export * from './call/datagram/promises';
export * from './call/lifecycle/promises';
export * from './call/message/promises';
export * from './call/poll/promises';
export * from './call/resolve/promises';
export * from './call/transfer/promises';
export * from './compound/promises';
export * from './reactor';
