// What of the reactor is public.
export type { WaitCode, WaitError } from './error';
export type { WaitOptions } from './options';
export { readable, writable } from './ready';
