export { type Calibration, calibrate } from './calibrate';
export { type Clock, ClockError, type ClockName, openClock } from './clock';
export { type ClockFacts, tscFault } from './invariant';
