// Stopping what blocks, and programs that block in a thread of their own.
export { interrupt } from './interrupt';
export { type BlockingProgram, runBlocking } from './run-blocking';
export { interruptSignal } from './signal';
export type { ThreadTarget } from './target';
export { terminate } from './terminate';
