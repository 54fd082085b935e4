export type { Bench } from './bench';
export { type Cell, type Level, cellKey } from './cell';
export type { Contest } from './contest';
export type { Counts } from './counts';
export type { Experiment, ExperimentSource } from './experiment';
export type { Factor } from './factor';
export type { Quantity } from './quantity';
export {
  type BenchOf,
  type CellOf,
  type Definition,
  type ExperimentFactory,
  type FactorParts,
  type Factors,
  defineExperiment,
} from './define';
