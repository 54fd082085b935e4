export { MIN_ROUNDS, RESAMPLES, bootstrap } from './bootstrap';
export { CONFIDENCE, type Estimate, type Interval } from './interval';
export { type ChangePoint, pettitt } from './pettitt';
export { type Draw, medianOver } from './resample';
export { STEADY_ALPHA, STEADY_STRETCH, isSteady } from './steady';
export { type Verdict, floorOf, verdictOf } from './verdict';
