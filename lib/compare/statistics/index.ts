export { cliffDelta } from './cliff';
export { type Draw, RESAMPLES, drawUnits } from './draw';
export { CONFIDENCE, estimateOf, pOf } from './estimate';
export { centreOf, hodgesLehmann } from './hodges-lehmann';
export { holm } from './holm';
export { percentilesOf } from './percentiles';
export { type ChangePoint, pettitt } from './pettitt';
export { redrawnCentres, redrawnMedians } from './redrawn';
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
