export type { Arm, Direction } from './arm';
export { MOST_STEPS, checkArms, defineArm } from './define';
export { type ProgramStep, programOf } from './program';
export { availableStepCalls, standardArms } from './standard';
export type { Step, StepCall } from './step';
export { hasStepCall, stepCalls } from './step-call';
