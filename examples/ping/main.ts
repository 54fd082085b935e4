// A ping with a raw socket: builds ICMP echo requests byte by byte, and finds their replies among all that comes.
//
// Run:  sudo npx ts-node examples/ping/main.ts ADDRESS [count [seconds between]]     4 and 1 if absent
//       A raw socket needs CAP_NET_RAW. Who may not be root can be it in a network of his own, with loopback only:
//       unshare -rn sh -c 'ip link set lo up; npx ts-node examples/ping/main.ts 127.0.0.1'
// See:  a line for each reply, with the time from before sending to after receiving, and for IPv4 the TTL that was left,
//       out of the IP header, which a raw socket of IPv4 receives with the message. On IPv6 the kernel keeps the header.
//       It exits with 1 if nothing has answered, and with 2 if it may not ask.
import {
  AF_INET,
  AF_INET6,
  IPPROTO_ICMP,
  IPPROTO_ICMPV6,
  SOCK_RAW,
  type SocketFd,
  close,
  inet,
  inet6,
  isSyscallError,
  recvfrom,
  sendto,
  socket,
} from 'sockcall';
import { limitWaiting } from '../stream';
import { echoRequest, isReply, withoutIpHeader } from './echo';

const WAIT_S = 2;
const identifier = process.pid & 0xffff;
const buffer = Buffer.alloc(65536);

const [host, count = '4', seconds = '1'] = process.argv.slice(2);
if (host === undefined) throw new Error('the address to ping is missing');
const ipv6 = host.includes(':');
const address = ipv6 ? inet6(host, 0) : inet(host, 0);
const types = ipv6 ? { request: 128, reply: 129 } : { request: 8, reply: 0 };

const fd = open();
limitWaiting(fd, WAIT_S);
let answered = 0;
for (let sequence = 1; sequence <= Number(count); sequence++) {
  if (sequence > 1) sleep(Number(seconds) * 1000);
  const line = ping(sequence);
  if (line !== undefined) answered++;
  console.log(line ?? `icmp_seq=${sequence} has no reply after ${WAIT_S} s`);
}
close(fd);
console.log(`${count} sent, ${answered} answered`);
if (answered === 0) process.exitCode = 1;

function open(): SocketFd<'inet' | 'inet6', 'raw'> {
  try {
    return ipv6 ? socket(AF_INET6, SOCK_RAW, IPPROTO_ICMPV6) : socket(AF_INET, SOCK_RAW, IPPROTO_ICMP);
  } catch (error) {
    if (!isSyscallError(error, 'socket') || error.code !== 'EPERM') throw error;
    console.error('ping: a raw socket needs CAP_NET_RAW: be root, or root in a network of your own (unshare -rn)');
    process.exit(2);
  }
}

/** Sends a request and waits for its reply; gives what to print, or nothing if none has come. */
function ping(sequence: number): string | undefined {
  const start = performance.now();
  sendto(fd, echoRequest(types.request, identifier, sequence), 0, address);
  for (;;) {
    const received = receive();
    const elapsed = performance.now() - start;
    if (received === undefined || elapsed > WAIT_S * 1000) return undefined;
    const packet = buffer.subarray(0, received.length);
    const { ttl, message } = ipv6 ? { ttl: undefined, message: packet } : withoutIpHeader(packet);
    // On loopback the request comes by, too; and there may be others who ping.
    if (!isReply(message, types.reply, identifier, sequence)) continue;
    const lived = ttl === undefined ? '' : ` ttl=${ttl}`;
    return `${message.length} bytes from ${received.from}: icmp_seq=${sequence}${lived} time=${elapsed.toFixed(3)} ms`;
  }
}

/** The next message, or nothing if none has come in time. */
function receive(): { length: number; from: string } | undefined {
  try {
    const { length, address: sender } = recvfrom(fd, buffer);
    return { length, from: sender?.address ?? 'nobody' };
  } catch (error) {
    if (isSyscallError(error, 'recvfrom') && error.code === 'EAGAIN') return undefined;
    throw error;
  }
}

/** Waits as the calls do: nothing else goes on in this program. */
function sleep(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
