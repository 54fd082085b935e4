export type { Arm, Direction } from './arm';
export type { Step, StepCall } from './step';
