import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import {
  type ActiveSocket,
  type ControlName,
  type Data,
  EAGAIN,
  type Fd,
  MSG_DONTWAIT,
  MSG_ERRQUEUE,
  type ReceivedControl,
  type ReceivedControlFields,
  type ReceivedControlMessage,
  SOL_SOCKET,
  SO_RCVTIMEO,
  type SentControlMessage,
  close,
  isSyscallError,
  recvmsg,
  sendmsg,
  setsockopt,
} from '../../lib';
import { type Pair, kinds } from '../helpers/kinds';
import type { ReceivedMessage } from '../../lib/call/message/received';

type ReceivedName = keyof ReceivedControlFields;

/** The index of the loopback interface. */
export const LO = Number(readFileSync('/sys/class/net/lo/ifindex', 'utf8'));

/** What is to be seen within this time, in milliseconds, is lost if it is not. */
const PATIENCE = 3000;

export function turnOn(fd: Fd, level: number, option: number): void {
  setsockopt(fd, level, option, 1);
}

/** A receive that would block for ever fails. */
function limitWait(fd: Fd): void {
  setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, BigInt64Array.of(BigInt(PATIENCE) / 1000n, 0n));
}

export function send(fd: Fd, buffers: Data, ...control: SentControlMessage[]): void {
  sendmsg(fd as ActiveSocket, { buffers, control });
}

export function receive(fd: Fd, flags = 0, size = 4096): ReceivedMessage<unknown> {
  limitWait(fd);
  return recvmsg(fd as ActiveSocket, { buffers: new Uint8Array(size), controlSize: 1024 }, flags);
}

/** As receive(), without MSG_CMSG_CLOEXEC, which a packet socket does not take. */
export function receivePacket(fd: Fd, flags = 0): ReceivedMessage<unknown> {
  limitWait(fd);
  const room = { buffers: new Uint8Array(4096), controlSize: 1024, closeOnExec: false };
  return recvmsg(fd as ActiveSocket, room, flags);
}

/** The message of a name, which must be among those received. */
export function find<N extends ReceivedName>(control: readonly ReceivedControlMessage[], name: N): ReceivedControl<N> {
  const found = control.find((message) => message.name === name) as ReceivedControl<N> | undefined;
  assert.ok(
    found,
    `${name} is not among ${control.map((message) => message.name ?? message.type).join(', ') || 'none'}`,
  );
  return found;
}

/** Sends with control messages, and gives what of the name is received beside it. */
export function through<N extends ReceivedName>(
  { a, b }: { a: Fd; b: Fd },
  name: N,
  ...control: SentControlMessage[]
): object {
  send(a, 'x', ...control);
  const { level, type, name: word, ...fields } = find(receive(b).control, name) as ReceivedControlMessage;
  assert.deepEqual([typeof level, typeof type, word], ['number', 'number', name]);
  return fields;
}

/** What comes to the error queue; as it does not block, it is asked for again and again until then. */
export async function fromErrorQueue(fd: Fd): Promise<ReceivedMessage<unknown>> {
  const end = Date.now() + PATIENCE;
  for (;;) {
    try {
      return receive(fd, MSG_ERRQUEUE | MSG_DONTWAIT);
    } catch (error) {
      if (!isSyscallError(error, 'recvmsg') || error.errno !== -EAGAIN || Date.now() > end) throw error;
    }
    await setImmediate();
  }
}

/** Sends again and again, until what is received has a message of the name: timestamps start late. */
export async function eventually<N extends ControlName & ReceivedName>(
  { a, b }: { a: Fd; b: Fd },
  name: N,
): Promise<ReceivedControl<N>> {
  const end = Date.now() + PATIENCE;
  for (;;) {
    send(a, 'x');
    const { control } = receive(b);
    if (Date.now() > end || control.some((message) => message.name === name)) return find(control, name);
    await setImmediate();
  }
}

/** Skips a test that this system cannot do, and says why in its title. */
export function skip(context: Mocha.Context, reason: string): never {
  context.test!.title += ` (skipped: ${reason})`;
  return context.skip();
}

/** Runs what needs something of the kernel; if that gives one of the errnos, the test is skipped. */
export function needs<T>(context: Mocha.Context, reason: string, codes: readonly string[], run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (!codes.includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    return skip(context, reason);
  }
}

/** Opens a pair of a kind until what an asynchronous function does with it is done. */
export async function withOpenPair(kind: string, use: (pair: Pair) => Promise<void>): Promise<void> {
  const pair = kinds.find(({ name }) => name === kind)!.open();
  try {
    await use(pair);
  } finally {
    close(pair.a);
    close(pair.b);
  }
}
