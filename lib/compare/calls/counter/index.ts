export { type Counters, type OpenedCounters, openCounters } from './counters';
export { type CounterEvent, events } from './events';
export { NO_COUNTERS, type Refusal, hardwareRefusal, refusal, userOnly } from './refusal';
