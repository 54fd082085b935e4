import { checkInt, checkUint } from '../../core/check';
import { answer, setInts } from '../../core/frame';
import { MISUSE } from '../../core/answer';
import { unavailable } from '../../core/misuse';
import { native } from '../../core/native';
import { batchMisuse } from './batch-misuse';
import { type MessageBatch, memoryOf } from './message-batch';
import { timeoutMemory } from './timeout';

const { sendmmsg: nativeSendmmsg, recvmmsg: nativeRecvmmsg } = native;

/**
 * `sendmmsg(fd, batch + offset, count, flags)`: sends many messages in one call. Linux.
 * @returns how many messages were sent, or -errno if the first could not be.
 */
export function sendmmsg(fd: number, batch: MessageBatch, flags = 0, offset = 0, count?: number): number {
  if (nativeSendmmsg === undefined) throw unavailable('sendmmsg');
  const memory = memoryOf(batch);
  const rest = memory.count - checkUint('offset', offset, memory.count);
  const wanted = count === undefined ? rest : checkUint('count', count, rest);
  setInts(checkInt('fd', fd), checkInt('flags', flags), offset, wanted);
  nativeSendmmsg(memory.block, memory.own);
  return checked(batch);
}

/**
 * `recvmmsg(fd, batch + offset, count, flags, timeout)`: receives many messages in one call. Linux.
 * @param timeout a BigInt64Array of seconds and nanoseconds, which gets what is left of them; `undefined` for none.
 * @returns how many messages came, or -errno.
 */
export function recvmmsg(
  fd: number,
  batch: MessageBatch,
  flags = 0,
  timeout?: BigInt64Array,
  offset = 0,
  count?: number,
): number {
  if (nativeRecvmmsg === undefined) throw unavailable('recvmmsg');
  const memory = memoryOf(batch);
  const limit = timeoutMemory(timeout);
  const rest = memory.count - checkUint('offset', offset, memory.count);
  const wanted = count === undefined ? rest : checkUint('count', count, rest);
  setInts(checkInt('fd', fd), checkInt('flags', flags), offset, wanted);
  nativeRecvmmsg(memory.block, memory.own, limit);
  return checked(batch, limit);
}

function checked(batch: MessageBatch, timeout?: BigInt64Array): number {
  const result = answer();
  if (result <= MISUSE) throw batchMisuse(result, batch, timeout);
  return result;
}
