import { SocketInstruments } from './instruments';
import { type Hooks, type Plan, type Run, run } from './run';

/** Measures a plan over real sockets, and closes them whatever happens. */
export async function compare(plan: Plan, hooks: Hooks): Promise<Run> {
  const transports = [...new Set(plan.cells.map(({ transport }) => transport))];
  const instruments = new SocketInstruments(transports, Math.max(...plan.cells.map(({ size }) => size)));
  try {
    return await run(plan, instruments, hooks);
  } finally {
    instruments.close();
  }
}
