// Functions that make several calls, each named for what it does.
export { EndOfStreamError, LimitError } from '../core/error/stream-error';
export * from './connect/blocking';
export * from './receive/blocking';
export * from './retry/blocking';
export * from './send-all/blocking';
export * from './tcp/blocking';
