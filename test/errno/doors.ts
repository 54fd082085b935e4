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
      const answer = (raw as unknown as Functions)[name]!(...(rawArguments[name]?.(args) ?? args)) as number;
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

type Args = readonly unknown[];

const offsetOf = (value: unknown): unknown => (value === null ? null : BigInt64Array.of(BigInt(value as number)));
const withAddress = (args: Args): Args => [...args, new raw.Sockaddr()];
const withRoom = (args: Args): Args => [...args, Buffer.alloc(46)];
const numberAsInt = (value: unknown): unknown => (typeof value === 'number' ? Int32Array.of(value) : value);

/** The raw door has an object to write to where the others return one. */
const rawArguments: { readonly [C in throwing.CallName]?: (args: Args) => Args } = {
  socketpair: ([domain, type, protocol = 0]) => [domain, type, protocol, new Int32Array(2)],
  getsockname: withAddress,
  getpeername: withAddress,
  getsockopt: ([fd, level, name, length]) => [fd, level, name, new Uint8Array((length as number | undefined) ?? 4)],
  setsockopt: ([fd, level, name, value]) => [fd, level, name, numberAsInt(value)],
  if_indextoname: withRoom,
  inet_pton: withRoom,
  inet_ntop: withRoom,
  sendmsg: ([fd, message, flags]) => [fd, outgoing(message as OutgoingMessage<unknown>), flags],
  recvmsg: ([fd, room, flags]) => [fd, roomOf(room as MessageRoom), flags],
  recvfrom: ([fd, buffer, flags = 0, ...slice]) => [fd, buffer, flags, new raw.Sockaddr(), ...slice],
  sendfile: ([out, from, offset, count]) => [out, from, offsetOf(offset), count],
  splice: ([from, fromOffset, to, toOffset, ...rest]) => [from, offsetOf(fromOffset), to, offsetOf(toOffset), ...rest],
  recvmmsg: ([fd, batch, flags, timeout, ...rest]) => [fd, batch, flags, timeoutOf(timeout as number), ...rest],
  pipe2: ([flags = 0]) => [flags, new Int32Array(2)],
  poll: ([fds, timeout]) => [
    Int32Array.from((fds as throwing.PollFd[]).flatMap(({ fd, events }) => [fd, events, 0])),
    timeout,
  ],
  select: ([readfds, writefds, exceptfds, timeout]) => [
    ...[readfds, writefds, exceptfds].map((fds) => new raw.FdSet(fds as number[])),
    { ...(timeout as object) },
  ],
  epoll_wait: ([epfd, count, timeout]) => [epfd, new Int32Array(2 * (count as number)), timeout],
};

/** Closes what a call opened although it was meant to fail. */
function tidy(name: throwing.CallName, value: unknown): void {
  const fds = name === 'socket' || name === 'accept' ? [(value as { fd?: number }).fd ?? value] : [];
  for (const fd of fds) if (typeof fd === 'number') raw.close(fd);
}
