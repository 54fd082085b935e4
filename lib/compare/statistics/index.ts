export { MIN_ROUNDS, RESAMPLES, bootstrap } from './bootstrap';
export { CONFIDENCE, type Estimate, type Interval } from './interval';
export { type Draw, medianOver } from './resample';
export { type Verdict, floorOf, verdictOf } from './verdict';
