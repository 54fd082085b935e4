import { socketInstruments } from './instruments';
import { type Hooks, type Plan, type Run, run } from './run';
import { closePairs, openPairs } from './transport';

/** Measures a plan over real sockets, and closes them whatever happens. */
export async function compare(plan: Plan, hooks: Hooks): Promise<Run> {
  const names = [...new Set(plan.cells.map(({ transport }) => transport))];
  const pairs = openPairs(names, Math.max(...plan.cells.map(({ size }) => size)));
  try {
    return await run(plan, socketInstruments(pairs), hooks);
  } finally {
    closePairs(pairs);
  }
}
