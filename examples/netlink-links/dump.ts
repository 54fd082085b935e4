// Asking for a whole table, and receiving the parts of the answer.
import {
  MSG_TRUNC,
  NLMSG_DONE,
  NLMSG_ERROR,
  NLM_F_DUMP_INTR,
  type SocketFd,
  errnoName,
  netlink,
  recvfrom,
  sendto,
} from 'sockcall';
import { type Message, dumpRequest, i32, messages } from './message';

/** The kernel's parts are at most 32 KiB. */
const buffer = new Uint8Array(65536);
const ATTEMPTS = 10;
let sequence = 0;

/**
 * The payloads of all messages in the answer; asked again if the table changed while it was listed.
 * @param fixed how many bytes the fixed part of the request has.
 */
export function dump(fd: SocketFd<'netlink'>, type: number, fixed: number): Uint8Array[] {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const answer = dumpOnce(fd, type, fixed);
    if (answer !== undefined) return answer;
  }
  throw new Error('the table changes faster than it can be listed');
}

function dumpOnce(fd: SocketFd<'netlink'>, type: number, fixed: number): Uint8Array[] | undefined {
  const expected = ++sequence;
  const payloads: Uint8Array[] = [];
  let changed = false;
  sendto(fd, dumpRequest(type, expected, fixed), 0, netlink());
  for (;;) {
    for (const message of receive(fd)) {
      if (message.sequence !== expected) continue;
      if ((message.flags & NLM_F_DUMP_INTR) !== 0) changed = true;
      if (message.type === NLMSG_ERROR) throw new Error(`the kernel answers ${errnoName(i32(message.payload))}`);
      if (message.type === NLMSG_DONE) return changed ? undefined : payloads;
      // A copy, because the next part goes into the same buffer.
      payloads.push(message.payload.slice());
    }
  }
}

function receive(fd: SocketFd<'netlink'>): Iterable<Message> {
  const { length, address } = recvfrom(fd, buffer, MSG_TRUNC);
  if (length > buffer.length) throw new Error(`a part of ${length} bytes does not fit`);
  // Any program may send to a netlink socket; the kernel is number 0.
  return address?.pid === 0 ? messages(buffer.subarray(0, length)) : [];
}
