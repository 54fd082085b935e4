// Sends one datagram to receiver.ts, with a time to live of its own if one is given: by a control message, so that it
// holds for this datagram alone and the socket's option stays as it is.
//
// Run:  npx ts-node examples/udp-receiver/sender.ts ADDRESS PORT [text [ttl]]     an empty datagram without text
// See:  nothing here, a line there. 127.0.0.1 and 127.0.0.2 are both this machine.
import { isIPv6 } from 'node:net';
import { AF_INET, AF_INET6, SOCK_DGRAM, close, inet, inet6, sendmsg, socket } from 'sockcall';

const [address, port, text = '', ttl] = process.argv.slice(2);
if (address === undefined || port === undefined)
  throw new Error('the address and the port of the receiver are missing');

if (isIPv6(address)) {
  const fd = socket(AF_INET6, SOCK_DGRAM);
  sendmsg(fd, {
    buffers: text,
    address: inet6(address, Number(port)),
    control: ttl === undefined ? [] : [{ name: 'IPV6_HOPLIMIT', hopLimit: Number(ttl) }],
  });
  close(fd);
} else {
  const fd = socket(AF_INET, SOCK_DGRAM);
  sendmsg(fd, {
    buffers: text,
    address: inet(address, Number(port)),
    control: ttl === undefined ? [] : [{ name: 'IP_TTL', ttl: Number(ttl) }],
  });
  close(fd);
}
