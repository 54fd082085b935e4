export { circumstances } from './circumstances';
export type {
  Busy,
  Clocksource,
  Environment,
  Frequency,
  Memory,
  ProcessState,
  Processor,
  Security,
  VirtualMachine,
} from './environment';
export { type Fact, facts } from './facts';
export { lookAround } from './look-around';
export { packageVersion } from './package-version';
export { type Warning, warnings } from './warning';
