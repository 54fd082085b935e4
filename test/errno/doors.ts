import * as throwing from '../../lib';
import { type OutgoingMessage, outgoing } from '../../lib/call/message/outgoing';
import { type MessageRoom, roomOf } from '../../lib/call/message/received';
import * as raw from '../../lib/raw';
import * as result from '../../lib/result';
import { timeoutOf } from '../../lib/call/batch/timeout';

/** What a call came to, in the same form for every door. */
export interface Outcome {
  readonly code: string | undefined;
  readonly errno: number | undefined;
}

/** A call by its name and the arguments that it has in the throwing door. */
export interface CallOf {
  readonly name: throwing.CallName;
  readonly args: readonly unknown[];
}

export interface Door {
  readonly name: string;
  call(call: CallOf): Outcome;
}

type Functions = Record<string, (...args: unknown[]) => unknown>;

const SUCCESS: Outcome = { code: undefined, errno: undefined };

export const doors: readonly Door[] = [
  {
    name: 'throwing',
    call({ name, args }) {
      try {
        tidy(name, (throwing as unknown as Functions)[name]!(...args));
        return SUCCESS;
      } catch (error) {
        if (!throwing.isSyscallError(error, name)) throw error;
        return { code: error.code, errno: error.errno };
      }
    },
  },
  {
    name: 'raw',
    call({ name, args }) {
      const answer = (raw as unknown as Functions)[name]!(...rawArguments(name, args)) as number;
      if (answer >= 0) {
        tidy(name, answer);
        return SUCCESS;
      }
      return { code: raw.errnoName(answer), errno: answer };
    },
  },
  {
    name: 'result',
    call({ name, args }) {
      const outcome = (result as unknown as Functions)[name]!(...args) as result.Result<unknown, throwing.CallName>;
      if (!outcome.ok) return { code: outcome.code, errno: outcome.errno };
      tidy(name, outcome.value);
      return SUCCESS;
    },
  },
];

/** The raw door has an object to write to where the others return one. */
function rawArguments(name: throwing.CallName, args: readonly unknown[]): readonly unknown[] {
  switch (name) {
    case 'socketpair':
      return [args[0], args[1], args[2] ?? 0, new Int32Array(2)];
    case 'getsockname':
    case 'getpeername':
      return [...args, new raw.Sockaddr()];
    case 'getsockopt':
      return [...args.slice(0, 3), typeof args[3] === 'number' ? new Uint8Array(args[3]) : new Int32Array(1)];
    case 'if_indextoname':
    case 'inet_pton':
    case 'inet_ntop':
      return [...args, Buffer.alloc(46)];
    case 'setsockopt':
      return [...args.slice(0, 3), typeof args[3] === 'number' ? Int32Array.of(args[3]) : args[3]];
    case 'sendmsg':
      return [args[0], outgoing(args[1] as OutgoingMessage<unknown>), args[2]];
    case 'recvmsg':
      return [args[0], roomOf(args[1] as MessageRoom), args[2]];
    case 'recvfrom':
      return [args[0], args[1], args[2] ?? 0, new raw.Sockaddr(), ...args.slice(3)];
    case 'sendfile':
      return args.map((arg, place) => (place === 2 && arg !== null ? BigInt64Array.of(BigInt(arg as number)) : arg));
    case 'splice':
      return args.map((arg, place) =>
        (place === 1 || place === 3) && arg !== null ? BigInt64Array.of(BigInt(arg as number)) : arg,
      );
    case 'recvmmsg':
      return args.map((arg, place) => (place === 3 ? timeoutOf(arg as number | undefined) : arg));
    case 'pipe2':
      return [args[0] ?? 0, new Int32Array(2)];
    case 'poll':
      return [Int32Array.from((args[0] as throwing.PollFd[]).flatMap(({ fd, events }) => [fd, events, 0])), args[1]];
    case 'select':
      return [...args.slice(0, 3).map((fds) => new raw.FdSet(fds as number[])), { ...(args[3] as object) }];
    case 'epoll_wait':
      return [args[0], new Int32Array(2 * (args[1] as number)), args[2]];
    default:
      return args;
  }
}

/** Closes what a call opened although it was meant to fail. */
function tidy(name: throwing.CallName, value: unknown): void {
  const fds = name === 'socket' || name === 'accept' ? [(value as { fd?: number }).fd ?? value] : [];
  for (const fd of fds) if (typeof fd === 'number') raw.close(fd);
}
