import { inspect } from 'node:util';
import fc from 'fast-check';

/** Checks a property; a counterexample is shown by inspect, which runs no getter and minds no detached buffer. */
export function check<T>(property: fc.IProperty<T>, numRuns: number): void {
  const details = fc.check(property, { numRuns });
  if (!details.failed) return;
  const cause = details.errorInstance;
  const shown = inspect(details.counterexample, { depth: 5, customInspect: false });
  throw new Error(`counterexample ${shown}, seed ${details.seed}, path ${details.counterexamplePath}`, { cause });
}
