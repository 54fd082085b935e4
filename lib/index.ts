// The throwing door: a call gives its value, or throws a SyscallError.
export * from './common';
export { SyscallError, isSyscallError } from './core/error/syscall-error';
export type { Accepted } from './call/connection/accepted';
export * from './call/connection/throwing';
export * from './call/lifecycle/throwing';
export * from './call/name/throwing';
export * from './call/option/throwing';
export * from './call/transfer/throwing';
export * from './call/watch/throwing';
