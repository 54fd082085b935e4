export * from './calls';
export * from './experiment';
export * from './record';
export { type Environment, lookAround } from './environment';
export { LoadError, loadExperiment } from './load/experiment';
export { type Hooks, type LiveEstimate, type Progress, run, runHere } from './run/index';
