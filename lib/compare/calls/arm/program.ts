import { native } from '../../../core/native';
import type { Step } from './step';

/** A step, or `null`, which makes no call but everything around one. */
export type ProgramStep = Step | null;

/** Steps as the native loops read them: the number of the call and its flags, two ints a step. */
export function programOf(steps: readonly ProgramStep[]): Int32Array {
  const numbers = steps.flatMap((step) => [native.measureStepNames.indexOf(step?.call ?? 'null'), step?.flags ?? 0]);
  return new Int32Array(numbers);
}
