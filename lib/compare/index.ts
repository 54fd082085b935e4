export { type Analysis, type Comparison, type Estimate, type Interval, type LevelOf } from './analysis';
export { type Outliers, type Percentiles, type Verdict, type Width, analyse, widths } from './analysis';
export { type CombinedComparison, type MachineCombination, combineMachines } from './analysis';
export { type QuantileShift, type RunDifference, compareRuns, shiftFunction } from './analysis';
export * from './calls';
export { getAffinity, hasAffinity, setAffinity } from './calls/affinity';
export { type Arm, type Direction, type Step, type StepCall, checkArms, defineArm, standardArms } from './calls/arm';
export { MAX_SIZE, directions as callDirections, modes as callModes } from './calls/check';
export { callSource } from './calls/source';
export { transportNames } from './calls/transport';
export { type Environment, type Fact, type Warning, facts, lookAround, packageVersion, warnings } from './environment';
export * from './experiment';
export { loadArms } from './load/arms';
export { LoadError, experimentNames, loadExperiment } from './load/experiment';
export { MAX_SEED, Random } from './random';
export * from './record';
export {
  type Paint,
  type ProgressView,
  type SeveralRun,
  type TextOptions,
  formatBlocksCsv,
  formatCsv,
  formatHtml,
  formatMarkdown,
  formatSentences,
  formatSeveral,
  formatSeveralCsv,
  formatSeveralMarkdown,
  formatText,
  isUtf8,
  paintFor,
  showProgress,
  silent,
} from './report';
export { type Hooks, type LiveEstimate, type Progress, run, runHere } from './run/index';
export * from './store';
