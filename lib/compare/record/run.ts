import type { Cell, Contest, Factor, Quantity } from '../experiment';
import type { Environment } from '../environment';
import type { BlockRecord } from './block';
import type { DistributionRecord } from './distribution';
import type { MergedRecord } from './merged';
import type { Plan } from './plan';
import type { ProcessRecord } from './process';

/** Why a run ended. */
export type End = 'width' | 'budget' | 'rounds' | 'interrupted' | 'failed';

/** A cell with who was compared in it, and through whose eyes. */
export interface CellRecord {
  readonly cell: Cell;
  readonly contest: Contest;
  readonly views: readonly string[];
}

/** What a run measured: plain data, stored as it is. Everything that is reported is computed from it alone. */
export interface RunRecord {
  readonly experiment: {
    readonly name: string;
    readonly title: string;
    readonly quantity: Quantity;
    readonly factors: readonly Factor[];
    readonly cells: readonly CellRecord[];
    readonly armTitles?: Readonly<Record<string, string>>;
    readonly settings: Readonly<Record<string, unknown>>;
  };
  readonly plan: Plan;
  readonly environment: Environment;
  /** The runs that it was put together of, if it was; `environment` is that of the first. */
  readonly merged?: readonly MergedRecord[];
  /** Anything the bench has to say of how it measured: the clock that was taken, counters that are not permitted. */
  readonly notes: readonly string[];
  readonly end: End;
  /** What made it fail, in words. */
  readonly failure?: string;
  readonly processes: readonly ProcessRecord[];
  readonly blocks: readonly BlockRecord[];
  readonly distributions: readonly DistributionRecord[];
  readonly elapsedMs: number;
}
