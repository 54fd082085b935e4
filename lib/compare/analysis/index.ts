export { type AnalyseOptions, analyse } from './analyse';
export type { Analysis, Comparison, Estimate, Interval, LevelOf, Outliers, Percentiles, Verdict } from './comparison';
export { ALPHA, floorOf, verdictOf } from './verdict';
export { type Width, widths } from './widths';
