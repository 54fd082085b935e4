export type { BlockRecord } from './block';
export type { DistributionRecord } from './distribution';
export type { MergedRecord } from './merged';
export type { Plan } from './plan';
export type { ProcessRecord } from './process';
export type { CellRecord, End, RunRecord } from './run';
