import { MSG_NOSIGNAL } from '../../../index';
import type { Arm } from './arm';
import { hasStepCall, stepCalls } from './step-call';
import type { Step, StepCall } from './step';

/** The arms of one call that are worth a comparison, the baseline of each direction first. */
const STEPS: Readonly<Record<string, Step>> = {
  send: { call: 'send' },
  write: { call: 'write' },
  sendto: { call: 'sendto' },
  sendmsg: { call: 'sendmsg' },
  writev: { call: 'writev' },
  // macOS has the flag only in newer versions.
  ...(MSG_NOSIGNAL === undefined ? {} : { 'send MSG_NOSIGNAL': { call: 'send', flags: MSG_NOSIGNAL } }),
  sendmmsg: { call: 'sendmmsg' },
  recv: { call: 'recv' },
  read: { call: 'read' },
  recvfrom: { call: 'recvfrom' },
  recvmsg: { call: 'recvmsg' },
  readv: { call: 'readv' },
  recvmmsg: { call: 'recvmmsg' },
};

/** The arms that the package brings: one call each. What the platform lacks is absent. */
export const standardArms: readonly Arm[] = Object.entries(STEPS)
  .filter(([, { call }]) => hasStepCall(call))
  .map(([name, step]) => ({ name, direction: stepCalls[step.call].moves, steps: [step] }));

/** The calls that an arm's steps can make on this platform. */
export const availableStepCalls: readonly StepCall[] = (Object.keys(stepCalls) as StepCall[]).filter(hasStepCall);
