export { cliffDelta } from './cliff';
export { type Draw, RESAMPLES, drawUnits } from './draw';
export { CONFIDENCE, estimateOf, pOf } from './estimate';
export { centreOf, hodgesLehmann } from './hodges-lehmann';
export { holm } from './holm';
export { type Counts, percentilesOf } from './percentiles';
export { type ChangePoint, pettitt } from './pettitt';
export { type Step, distributionFunction, quantileFunction, quantileShifts } from './quantile-function';
export { type Combined, type Part, combine } from './random-effects';
export { redrawnCentres, redrawnMedians } from './redrawn';
export { type Weighted, scatterError } from './scatter';
export { STEADY_ALPHA, STEADY_STRETCH, isSteady } from './steady';
export { studentP, studentQuantile } from './student';
export { type Outside, outsideFences } from './tukey';
export { MIN_ROUNDS, type Units, unitsOf } from './units';
export { sorted } from './walsh';

// The first form's, until the last of it is gone.
export { bootstrap } from './bootstrap';
export type { Estimate, Interval } from './interval';
export { medianOver } from './resample';
export { type Verdict, floorOf, verdictOf } from './verdict';
