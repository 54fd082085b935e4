import fc from 'fast-check';
import { FdSet } from '../../../lib/raw';
import { junkFd, junkNumber } from '../arbitrary';
import { type Shapes, anything } from './shape';

/** Calls that would wait for ever, or for days, with any timeout: they get only such as do not wait. */
export const waiting: readonly string[] = ['poll', 'select'];

/** Nothing that would wait: 0, and what is refused. */
const timeout = fc.constantFrom<unknown>(
  0,
  0,
  0,
  NaN,
  1.5,
  Infinity,
  2 ** 31,
  2 ** 53,
  undefined,
  null,
  '0',
  {},
  [],
  5n,
);

const pollFds = fc.oneof(
  anything,
  fc.array(fc.record({ fd: junkFd, events: junkNumber }), { maxLength: 4 }),
  fc.array(fc.record({ fd: fc.integer(), events: fc.nat(0xffff) }), { maxLength: 100 }),
  fc.array(anything, { maxLength: 4 }),
  fc.array(fc.integer({ min: -5, max: 0x1ffff }), { maxLength: 300 }).map((values) => Int32Array.from(values)),
);

const set = fc.oneof(
  anything,
  fc.array(fc.integer({ min: -2, max: 2000 }), { maxLength: 4 }),
  fc.array(junkFd, { maxLength: 4 }),
  fc.array(fc.nat(1023), { maxLength: 50 }).map((fds) => new FdSet(fds)),
  fc.constant(0).map(() => Object.create(FdSet.prototype) as unknown),
);

const selectTimeout = fc.oneof(
  fc.constant(0).map(() => ({ seconds: 0, microseconds: 0 })),
  fc.record({ seconds: fc.constantFrom<unknown>(-1, NaN, '0', 0.5, undefined, 2 ** 60), microseconds: junkNumber }),
  fc.record({
    seconds: fc.constantFrom(0, -(2 ** 53) + 1),
    microseconds: fc.constantFrom<unknown>(0, -1, -(2 ** 31), 2 ** 31, NaN, '0', null),
  }),
  fc.constantFrom<unknown>(null, 0, -1, 'x', [], {}, 5n, Symbol('s')),
);

export const poll: Shapes = {
  poll: [pollFds, timeout],
  select: [set, set, set, selectTimeout],
};
