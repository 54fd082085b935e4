// The result door: a call gives { ok: true, value } or { ok: false, code, … }, with the codes it can give as a type.
export * from './common';
export type { Failure, Result, Success } from './core/result';
export type { Accepted } from './call/connection/accepted';
export * from './call/connection/result';
export * from './call/lifecycle/result';
export * from './call/name/result';
export * from './call/option/result';
export * from './call/transfer/result';
export * from './call/watch/result';
