import assert from 'node:assert/strict';
import fc from 'fast-check';
import * as throwing from '../../lib';
import * as promised from '../../lib/promises';
import { junkAddress, junkFd, junkNumber } from './arbitrary';
import { check } from './check';
import { anything } from './shapes/shape';

type AnyFunction = (...args: unknown[]) => unknown;
type Methods = Record<string, AnyFunction>;

const { AF_UNIX, SOCK_STREAM, Socket } = throwing;

/** Whether an error is one that a call may throw; `mischief` is the test's own, out of a getter. */
function isExpected(error: unknown): boolean {
  const known = [throwing.SyscallError, throwing.ResolveError, throwing.EndOfStreamError, throwing.LimitError];
  if (known.some((kind) => error instanceof kind)) return true;
  if (error instanceof AggregateError) return error.errors.every(isExpected);
  return error instanceof Error && ('code' in error || error.message === 'mischief');
}

function closeWhatWasOpened(value: unknown): void {
  if (value instanceof Socket) value.close();
  else if (Array.isArray(value)) value.forEach(closeWhatWasOpened);
  else if (typeof value === 'number' && value > 2) throwing.close(throwing.asFd(value));
}

/** An answer or an expected error. */
function attempt(call: () => unknown, opens = false): void {
  try {
    const value = call();
    if (opens) closeWhatWasOpened(value);
  } catch (error) {
    if (!isExpected(error)) throw error;
  }
}

async function attemptLater(call: () => unknown): Promise<void> {
  try {
    await call();
  } catch (error) {
    if (!isExpected(error)) throw error;
  }
}

const junk = fc.oneof(anything, junkAddress);
const several = fc.array(junk, { maxLength: 6 });

function namesOf(prototype: object): string[] {
  return Object.getOwnPropertyNames(prototype).filter((name) => {
    const method: unknown = Object.getOwnPropertyDescriptor(prototype, name)!.value;
    return typeof method === 'function' && name !== 'constructor';
  });
}

describe('hostile arguments to the methods of Socket', () => {
  const [closed, other] = Socket.pair(AF_UNIX, SOCK_STREAM);
  const { promises } = closed;
  closed.close();
  other.close();

  for (const name of namesOf(Socket.prototype)) {
    it(`${name}() of a closed one answers or throws a clear error`, () => {
      check(
        fc.property(several, (args) => attempt(() => (closed as unknown as Methods)[name]!(...args))),
        200,
      );
      assert.ok(closed.closed);
    });
  }

  for (const name of namesOf(Object.getPrototypeOf(promises) as object)) {
    it(`promises.${name}() of a closed one answers or is rejected with a clear error`, async () => {
      const tries = fc.sample(several, 200);
      for (const args of tries) await attemptLater(() => (promises as unknown as Methods)[name]!(...args));
    });
  }

  it('the constructor, from(), pair() and fromNet() give or throw a clear error', () => {
    const make = (...args: unknown[]): unknown => Reflect.construct(Socket, args);
    const statics = Socket as unknown as Methods;
    check(
      fc.property(fc.tuple(junk, junkNumber, junkNumber), (args) => attempt(() => make(...args), true)),
      300,
    );
    check(
      fc.property(junkFd, (fd) => attempt(() => statics['from']!(fd), true)),
      300,
    );
    check(
      fc.property(several, (args) => attempt(() => statics['pair']!(...args), true)),
      300,
    );
    check(
      fc.property(junk, (value) => attempt(() => statics['fromNet']!(value), true)),
      300,
    );
  });
});

const options = fc.oneof(
  junk,
  fc.record({ limit: junkNumber, timeout: junkNumber }, { requiredKeys: [] }),
  fc.constant(undefined),
);
const listening = fc.oneof(
  junk,
  fc.record(
    {
      // Port 0 or none that can be listened at.
      port: fc.oneof(fc.constant(0), junkNumber),
      host: fc.constantFrom('127.0.0.1', '::1', 5, null, undefined),
      backlog: junkNumber,
      reusePort: fc.oneof(fc.boolean(), junkNumber),
      ipv6Only: fc.oneof(fc.boolean(), junkNumber),
      flags: fc.oneof(fc.constant(0), junkNumber),
    },
    { requiredKeys: [] },
  ),
);

/** Descriptors that are not open; a host in digits, which nobody has to be asked for. */
const shapes: Record<string, fc.Arbitrary<unknown[]>> = {
  writeAll: fc.tuple(junkFd, junk, options),
  sendAll: fc.tuple(junkFd, junk, junkNumber, options),
  recvExactly: fc.tuple(junkFd, fc.oneof(fc.nat(100), junk), junkNumber, options),
  readUntilEnd: fc.tuple(junkFd, options),
  // What a function of the caller's throws is the caller's own.
  retryOnEintr: fc.tuple(junk.filter((value) => typeof value !== 'function')),
  connectTimeout: fc.tuple(junkFd, junkAddress, junkNumber, options),
  connectTcp: fc.tuple(fc.constantFrom('127.0.0.1', 5, null), fc.oneof(fc.constant(1), junkNumber), options),
  listenTcp: fc.tuple(listening),
};

describe('hostile arguments to functions of several calls', () => {
  for (const [name, shape] of Object.entries(shapes)) {
    it(`${name}() answers or throws a clear error`, () => {
      const call = (throwing as unknown as Methods)[name]!;
      check(
        fc.property(shape, (args) => attempt(() => call(...args), /Tcp$/.test(name))),
        300,
      );
    });

    it(`${name}() of the promises door answers or is rejected with a clear error`, async () => {
      const call = (promised as unknown as Methods)[name]!;
      for (const args of fc.sample(shape, 300)) {
        await attemptLater(async () => {
          const value = await call(...args);
          if (/Tcp$/.test(name)) closeWhatWasOpened(value);
        });
      }
    });
  }
});
