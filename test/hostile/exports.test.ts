import assert from 'node:assert/strict';
import fc from 'fast-check';
import * as throwing from '../../lib';
import { errnosByCall } from '../../lib/core/error/by-call';
import { eaiByCall } from '../../lib/core/error/eai';
import * as raw from '../../lib/raw';
import * as result from '../../lib/result';
import { check } from './check';
import { junkFd, junkNumber } from './arbitrary';
import { shapes } from './shapes';
import { waiting } from './shapes/poll';
import { anything } from './shapes/shape';

type AnyFunction = (...args: unknown[]) => unknown;

/** What is tried with descriptors that are not open, in owner.test.ts; other numbers would have to be waited for. */
const owners = [
  'Socket',
  'writeAll',
  'sendAll',
  'recvExactly',
  'readUntilEnd',
  'connectTimeout',
  'connectTcp',
  'listenTcp',
];
const calls = [...Object.keys(errnosByCall), ...Object.keys(eaiByCall)];
const doors = { throwing, raw, result };

/** Whether an error is one of those that a call may throw; `mischief` is the test's own, out of a getter. */
function isExpected(error: unknown): boolean {
  if (error instanceof throwing.SyscallError || error instanceof throwing.ResolveError) return true;
  if (!(error instanceof TypeError || error instanceof RangeError)) return false;
  return 'code' in error || error.message === 'mischief';
}

function closeWhatWasOpened(call: string, args: readonly unknown[], value: unknown): void {
  if (call === 'socketpair' && value === 0) [...(args[3] as Int32Array).subarray(0, 2)].forEach(raw.close);
  else if (call === 'pipe2' && value === 0) [...(args[1] as Int32Array).subarray(0, 2)].forEach(raw.close);
  else if (['socketpair', 'pipe2'].includes(call)) [value].flat().forEach((each) => closeAny(each));
  else if (['socket', 'accept', 'accept4', 'inotify_init1', 'epoll_create1', 'eventfd'].includes(call)) closeAny(value);
}

function closeAny(value: unknown): void {
  if (typeof value === 'number' && value > 2) raw.close(value);
  else if (Array.isArray(value)) value.forEach(closeAny);
  else if (typeof value === 'object' && value !== null && 'value' in value) closeAny(value.value);
}

for (const [name, door] of Object.entries(doors)) {
  describe(`hostile arguments in the ${name} door`, () => {
    for (const call of calls) {
      it(`${call}() answers or throws a clear error`, () => {
        const shape = shapes[call] ?? [junkFd, junkNumber, junkNumber, junkNumber];
        // Of no shape at all, a wait might be for ever, and a lookup might ask a name server.
        const shaped = waiting.includes(call) || call in eaiByCall;
        const wild = shaped ? [] : [fc.tuple(junkFd, anything, anything, anything)];
        const args = fc.oneof(fc.tuple(...shape), ...wild);
        check(
          fc.property(args, (values) => {
            let value: unknown;
            try {
              value = (door as unknown as Record<string, AnyFunction>)[call]!(...values);
            } catch (error) {
              if (!isExpected(error)) throw error;
              return;
            }
            closeWhatWasOpened(call, values, value);
          }),
          300,
        );
      });
    }
  });
}

describe('hostile arguments to everything else that is exported', () => {
  // One would start a thread for each path, the other change the process's signal: test/thread tries them.
  const apart = ['runBlocking', 'interruptSignal'];
  const others = Object.entries<unknown>({ ...throwing }).filter(
    ([name, value]) => typeof value === 'function' && ![...calls, ...owners, ...apart].includes(name),
  );
  for (const [name, value] of others) {
    it(`${name} answers or throws an Error`, () => {
      check(
        fc.property(fc.array(anything, { maxLength: 4 }), (args) => {
          try {
            if (/^[A-Z]/.test(name)) Reflect.construct(value as AnyFunction, args);
            else (value as AnyFunction)(...args);
          } catch (error) {
            assert.ok(error instanceof Error);
          }
        }),
        300,
      );
    });
  }
});
