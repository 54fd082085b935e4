// The same, on the event loop.
export { EndOfStreamError, LimitError } from '../core/error/stream-error';
export * from './connect/promises';
export * from './receive/promises';
export * from './retry/promises';
export * from './send-all/promises';
export * from './tcp/promises';
