import assert from 'node:assert/strict';
import fc from 'fast-check';
import { F_GETFL, F_SETFL, O_NONBLOCK, ResolveError, SyscallError, fcntl } from '../../lib';
import * as functionsOfSeveralCalls from '../../lib/compound/promises';
import * as promises from '../../lib/promises';
import * as raw from '../../lib/raw';
import { kinds } from '../helpers/kinds';
import { junkAddress, junkFd, junkNumber } from './arbitrary';
import { shapes } from './shapes';
import { anything } from './shapes/shape';

type Call = (...args: unknown[]) => unknown;

/** Stands for a socket that is open, non-blocking and has nothing to read. */
const OPEN = Symbol('open');
const fd = fc.oneof(junkFd, fc.constant(OPEN), fc.constant(OPEN));

const options = fc.oneof(
  anything,
  fc.record({ timeout: fc.oneof(anything, fc.constantFrom(0, 0.5, 1)) }),
  fc.record({ signal: anything }),
  fc.constant(0).map(() => ({ signal: AbortSignal.abort(new Error('mischief')) })),
  fc.constant(0).map(() => ({
    get timeout(): number {
      throw new TypeError('mischief');
    },
  })),
  fc.constant(0).map(() => ({ signal: { aborted: false, addEventListener: 1 } })),
);

/** Of no descriptors, poll waits for ever unless it is told not to. */
const bounded = fc.oneof(
  fc.record({ timeout: fc.constantFrom(0, 0.5, 1, -1, NaN, '1', null) }),
  fc.constantFrom<unknown>(null, 1, 'x', false),
);

const place = fc.oneof(junkNumber, fc.constant(undefined), fc.nat(80));
const flags = fc.oneof(junkNumber, fc.constantFrom(0, undefined));
const moving = (name: string): fc.Arbitrary<unknown>[] => shapes[name]!.slice(1);

const shaped: Readonly<Record<string, readonly fc.Arbitrary<unknown>[]>> = {
  accept: [fd, options],
  accept4: [fd, flags, options],
  connect: [fd, junkAddress, options],
  send: [fd, anything, flags, place, place, options],
  recv: [fd, anything, flags, place, place, options],
  read: [fd, anything, place, place, options],
  write: [fd, anything, place, place, options],
  sendto: [fd, anything, flags, fc.oneof(junkAddress, fc.constant(undefined)), place, place, options],
  recvfrom: [fd, anything, flags, place, place, options],
  sendmsg: [fd, ...moving('sendmsg'), options],
  recvmsg: [fd, ...moving('recvmsg'), options],
  poll: [fc.oneof(anything, fc.array(fc.oneof(anything, fc.record({ fd, events: flags })))), bounded],
  readable: [fd, options],
  writable: [fd, options],
  close: [junkFd, options],
  connections: [fd, fc.oneof(options, fc.record({ flags }))],
  getaddrinfo: [...shapes['getaddrinfo']!.slice(0, 3), options],
  getnameinfo: [...shapes['getnameinfo']!.slice(0, 2), options],
};

/** The socket in place of its mark, wherever it stands. */
function opened(value: unknown, socket: number): unknown {
  if (value === OPEN) return socket;
  if (Array.isArray(value)) return value.map((each) => opened(each, socket));
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, 'events')) return value;
  return { ...value, fd: opened((value as { fd: unknown }).fd, socket) };
}

function isExpected(error: unknown): boolean {
  if (error instanceof SyscallError || error instanceof ResolveError) return true;
  if (!(error instanceof Error)) return false;
  return error.message === 'mischief' || ('code' in error && String(error.code).startsWith('ERR_'));
}

async function outcome(name: string, args: readonly unknown[]): Promise<void> {
  const call = (promises as unknown as Record<string, Call>)[name]!;
  try {
    const value = name === 'connections' ? (call(...args) as AsyncIterator<unknown>).next() : call(...args);
    assert.ok(value instanceof Promise, 'a promise, whatever the arguments');
    await value;
  } catch (error) {
    // A signal that is none has no listeners to add.
    if (error instanceof TypeError && error.message.includes('addEventListener')) return;
    if (!isExpected(error)) throw error;
  }
}

describe('hostile arguments in the promises door', () => {
  for (const [name, shape] of Object.entries(shaped)) {
    it(`${name}() gives a promise that is settled`, async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.oneof(fc.tuple(...shape), fc.tuple(fd, name === 'poll' ? bounded : options)),
          async (values) => {
            const { a, b } = kinds[0]!.open();
            fcntl(b, F_SETFL, fcntl(b, F_GETFL) | O_NONBLOCK);
            const lookup = name.startsWith('get') && values.length === 2;
            const settled = lookup
              ? undefined
              : outcome(
                  name,
                  values.map((value) => opened(value, b)),
                );
            await new Promise(setImmediate);
            raw.close(b);
            raw.close(a);
            await settled;
          },
        ),
        { numRuns: 300 },
      );
    });
  }

  it('has each function of the door that takes arguments of its own', () => {
    const own = Object.entries(promises).filter(([, value]) => typeof value === 'function');
    const common = Object.keys(raw);
    const classes = [
      'SyscallError',
      'isSyscallError',
      'ResolveError',
      'isResolveError',
      'EndOfStreamError',
      'LimitError',
    ];
    // Of several calls: owner.test.ts tries them, and retryOnEintr takes a function only.
    const compound = Object.keys(functionsOfSeveralCalls);
    const others = [...classes, ...compound];
    const names = own.map(([name]) => name).filter((name) => !others.includes(name));
    assert.deepEqual(
      names.filter((name) => !common.includes(name) || name in shaped).sort(),
      Object.keys(shaped).sort(),
    );
  });
});
