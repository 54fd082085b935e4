// The raw door: a call gives an integer, the value or -errno, and takes any integer for a descriptor.
// What C returns through a pointer is written to an object of the caller's, which it may use again.
export * from './common';
export * from './call/connection/raw';
export * from './call/lifecycle/raw';
export * from './call/name/raw';
export * from './call/option/raw';
export * from './call/transfer/raw';
export * from './call/watch/raw';
