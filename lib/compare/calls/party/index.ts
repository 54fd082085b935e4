export { type Account, NOTHING } from './account';
export { Outcome, type Report, failureOf } from './outcome';
export { type Measuring, type Place, runParty } from './run';
export { setSlice } from './slice';
export type { Role, Stall, Terms } from './terms';
