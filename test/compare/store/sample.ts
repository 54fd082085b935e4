import type { RunRecord } from '../../../lib/compare/record';
import { runHere } from '../../../lib/compare/run/index';
import { type MadeUp, madeUp } from '../run/made-up';
import { planOf } from '../run/plans';

/** A run that was really made, without sockets. */
export function sample(options: MadeUp = {}, rounds = 2): Promise<RunRecord> {
  return runHere(madeUp(options), planOf({ rounds, processes: 2 }));
}

/** The same with something else in it. */
export function changed(record: RunRecord, change: (copy: Changeable) => void): RunRecord {
  const copy = structuredClone(record) as unknown as Changeable;
  change(copy);
  return copy;
}

type Changeable = { -readonly [K in keyof RunRecord]: DeepMutable<RunRecord[K]> };

type DeepMutable<T> = T extends object ? { -readonly [K in keyof T]: DeepMutable<T[K]> } : T;
