// A UDP receiver that tells of each datagram what only control messages know: to which address of this machine it was
// sent, on which interface it came in, how many hops it had left, and when the kernel received it.
//
// Run:  npx ts-node examples/udp-receiver/receiver.ts
// See:  two addresses for sender.ts, then a line for each datagram. A socket that is bound to every address learns only
//       like this which one was meant. The first lines may have no time: the kernel begins to take stamps a moment
//       after it is asked to. An empty datagram ends it, or a minute without any.
import {
  AF_INET,
  AF_INET6,
  IPPROTO_IP,
  IPPROTO_IPV6,
  IPV6_RECVHOPLIMIT,
  IPV6_RECVPKTINFO,
  IP_PKTINFO,
  IP_RECVTTL,
  POLLIN,
  type ReceivedControlMessage,
  SOCK_DGRAM,
  SOL_SOCKET,
  SO_TIMESTAMPNS,
  bind,
  close,
  formatAddress,
  getsockname,
  if_indextoname,
  inet,
  inet6,
  poll,
  recvmsg,
  setsockopt,
  socket,
} from 'sockcall';

const PATIENCE_MS = 60_000;
const CONTROL_SIZE = 256;

const four = socket(AF_INET, SOCK_DGRAM);
setsockopt(four, IPPROTO_IP, IP_PKTINFO, 1);
setsockopt(four, IPPROTO_IP, IP_RECVTTL, 1);
setsockopt(four, SOL_SOCKET, SO_TIMESTAMPNS, 1);
bind(four, inet('0.0.0.0', 0));

const six = socket(AF_INET6, SOCK_DGRAM);
setsockopt(six, IPPROTO_IPV6, IPV6_RECVPKTINFO, 1);
setsockopt(six, IPPROTO_IPV6, IPV6_RECVHOPLIMIT, 1);
setsockopt(six, SOL_SOCKET, SO_TIMESTAMPNS, 1);
bind(six, inet6('::', 0));

console.log(`listening on ${formatAddress(getsockname(four))} and ${formatAddress(getsockname(six))}`);

/** What the control messages of a datagram say, in words. `switch` knows the fields of each by its name. */
function words(control: readonly ReceivedControlMessage[]): string {
  const said = { to: 'to an unknown address', hops: 'hops unknown', time: 'no time' };
  for (const message of control) {
    switch (message.name) {
      case 'IP_PKTINFO':
      case 'IPV6_PKTINFO':
        said.to = `to ${message.addr} on ${if_indextoname(message.ifindex)}`;
        break;
      case 'IP_TTL':
        said.hops = `ttl ${message.ttl}`;
        break;
      case 'IPV6_HOPLIMIT':
        said.hops = `hop limit ${message.hopLimit}`;
        break;
      case 'SCM_TIMESTAMPNS':
        said.time = at(Number(message.time.seconds), Number(message.time.nanoseconds));
        break;
      default: // Nothing else was asked for.
    }
  }
  return `${said.to}, ${said.hops}, ${said.time}`;
}

/** A date with the nanoseconds that JavaScript's own has no room for. */
function at(seconds: number, nanoseconds: number): string {
  return new Date(seconds * 1000).toISOString().replace('000Z', `${String(nanoseconds).padStart(9, '0')}Z`);
}

const buffer = Buffer.alloc(65_536);
for (let ended = false; !ended;) {
  const ready = poll<typeof four | typeof six>(
    [
      { fd: four, events: POLLIN },
      { fd: six, events: POLLIN },
    ],
    PATIENCE_MS,
  );
  ended = ready.length === 0;
  for (const { fd } of ready) {
    const { length, address, control } = recvmsg(fd, { buffers: buffer, controlSize: CONTROL_SIZE });
    ended ||= length === 0;
    if (length > 0) {
      console.log(`${formatAddress(address!)} ${words(control)}: ${buffer.toString('utf8', 0, length)}`);
    }
  }
}
close(four);
close(six);
