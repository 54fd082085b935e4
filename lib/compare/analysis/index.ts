export { type AnalyseOptions, analyse } from './analyse';
export { type CombinedComparison, type MachineCombination, combineMachines, comparisonKey } from './combine-machines';
export { type RunDifference, compareRuns } from './compare-runs';
export type { Analysis, Comparison, Estimate, Interval, LevelOf, Outliers, Percentiles, Verdict } from './comparison';
export { DECILES, type QuantileShift, shiftFunction } from './shift-function';
export { ALPHA, floorOf, verdictOf } from './verdict';
export { type Width, widths } from './widths';
