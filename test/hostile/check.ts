import { inspect } from 'node:util';
import fc from 'fast-check';

/** Checks a property; a counterexample is shown by inspect, which runs no getter. */
export function check<T>(property: fc.IProperty<T>, numRuns: number): void {
  const details = fc.check(property, { numRuns });
  if (!details.failed) return;
  const cause = details.errorInstance;
  const shown = show(details.counterexample);
  throw new Error(`counterexample ${shown}, seed ${details.seed}, path ${details.counterexamplePath}`, { cause });
}

function show(counterexample: unknown): string {
  try {
    return inspect(counterexample, { depth: 5, customInspect: false });
  } catch (error) {
    // Node 20's inspect fails on a DataView over a detached buffer.
    return `that cannot be shown (${String(error)})`;
  }
}
