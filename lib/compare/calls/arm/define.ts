import { MSG_ERRQUEUE, MSG_OOB, MSG_PEEK } from '../../../index';
import { isInt, notInt } from '../../../core/check';
import { outOfRange, unavailable, wrongType, wrongValue } from '../../../core/misuse';
import type { Arm, Direction } from './arm';
import type { Step } from './step';
import { hasStepCall, isStepCall, stepCalls } from './step-call';

/** The native loops have room for so many. */
export const MOST_STEPS = 16;

/** Flags with which a message does not get from one end to the other. */
const OUT_OF_BAND = { flag: MSG_OOB, why: 'MSG_OOB: its byte is not among those that are received' };
const BARRED = {
  send: [OUT_OF_BAND],
  recv: [
    OUT_OF_BAND,
    { flag: MSG_PEEK, why: 'MSG_PEEK, by which messages would pile up' },
    // macOS has no such queue.
    { flag: MSG_ERRQUEUE ?? 0, why: 'MSG_ERRQUEUE, by which no message is received' },
  ],
  none: [],
} as const satisfies Record<string, readonly { flag: number; why: string }[]>;

const DIRECTIONS: readonly Direction[] = ['send', 'recv', 'none'];

/**
 * `defineArm({ name, direction, steps })`: checks an arm of the user's own, which is plain data.
 *
 * @param arm - `steps` are 1 to 16 calls on the measured end's descriptor, made in order and timed together. Exactly one of
 *   them moves the message, the way that `direction` says; none of them if that is `none`. Each has a `call` and, if it has
 *   flags, its `flags`.
 * @returns a copy of it, which nobody else can change.
 * @throws TypeError or RangeError, with Node's code, that names the arm.
 * @throws Error (ERR_FEATURE_UNAVAILABLE_ON_PLATFORM) if this platform lacks a call.
 */
export function defineArm(arm: Arm): Arm {
  const given = plain('arm', arm, ['name', 'direction', 'steps']);
  const { name } = given;
  if (typeof name !== 'string') throw wrongType('arm.name', 'of type string', name);
  if (name.trim() !== name || name === '')
    throw wrongValue('arm.name', 'must not be empty or begin or end blank', name);
  const where = `arm '${name}'`;
  const direction = directionOf(where, given['direction']);
  const { steps } = given;
  if (!Array.isArray(steps)) throw wrongType(`${where}: steps`, 'an array', steps);
  if (steps.length < 1 || steps.length > MOST_STEPS) {
    throw outOfRange(`${where}: steps.length`, `>= 1 && <= ${MOST_STEPS}`, steps.length);
  }
  const checked = steps.map((step, index) => checkStep(`${where}: steps[${index}]`, step));
  checkDirection(where, direction, checked);
  return Object.freeze({ name, direction, steps: Object.freeze(checked) });
}

/**
 * Checks the arms of an experiment, no two of which may have the same name.
 * @throws as `defineArm` does.
 */
export function checkArms(arms: unknown): readonly Arm[] {
  if (!Array.isArray(arms)) throw wrongType('arms', 'an array', arms);
  const checked = arms.map((arm) => defineArm(arm as Arm));
  const names = new Set<string>();
  for (const { name } of checked) {
    if (names.has(name)) throw wrongValue('arms', 'must have different names', name);
    names.add(name);
  }
  return checked;
}

function directionOf(where: string, value: unknown): Direction {
  if (typeof value !== 'string') throw wrongType(`${where}: direction`, 'of type string', value);
  const direction = DIRECTIONS.find((each) => each === value);
  if (direction === undefined)
    throw wrongValue(`${where}: direction`, `must be one of ${DIRECTIONS.join(', ')}`, value);
  return direction;
}

function checkStep(where: string, value: unknown): Step {
  const { call, flags } = plain(where, value, ['call', 'flags']);
  if (typeof call !== 'string') throw wrongType(`${where}.call`, 'of type string', call);
  if (!isStepCall(call)) throw wrongValue(`${where}.call`, `must be one of ${Object.keys(stepCalls).join(', ')}`, call);
  if (!hasStepCall(call)) throw unavailable(call);
  if (flags === undefined) return Object.freeze({ call });
  if (!isInt(flags)) throw notInt(`${where}.flags`, flags);
  if (!stepCalls[call].flags && flags !== 0)
    throw wrongValue(`${where}.flags`, `must be absent: ${call}() has none`, flags);
  const barred = BARRED[stepCalls[call].moves].find(({ flag }) => (flags & flag) !== 0);
  if (barred !== undefined) throw wrongValue(`${where}.flags`, `must be without ${barred.why}`, flags);
  return Object.freeze({ call, flags });
}

function checkDirection(where: string, direction: Direction, steps: readonly Step[]): void {
  const moving = steps.filter(({ call }) => stepCalls[call].moves !== 'none').map(({ call }) => call);
  const wanted = direction === 'none' ? 0 : 1;
  if (moving.length === wanted && moving.every((call) => stepCalls[call].moves === direction)) return;
  const rule =
    direction === 'none'
      ? "must have no call that moves bytes, as the direction is 'none'"
      : `must have exactly one call that moves bytes, and one of direction '${direction}'`;
  throw wrongValue(`${where}: steps`, rule, moving.join(', '));
}

/** An object with no other keys than these: a misspelt one would be passed over in silence. */
function plain(name: string, value: unknown, keys: readonly string[]): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrongType(name, 'an object', value);
  const unknown = Object.keys(value).find((key) => !keys.includes(key));
  if (unknown !== undefined) throw wrongValue(name, `must have no properties but ${keys.join(', ')}`, unknown);
  return value as Record<string, unknown>;
}
