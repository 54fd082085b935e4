import type { Group } from '../row';
import { algOption } from './alg-option';
import { controlMessage } from './control-message';
import { domain } from './domain';
import { epoll } from './epoll';
import { errno } from './errno';
import { fcntl } from './fcntl';
import { icmp } from './icmp';
import { icmpOption } from './icmp-option';
import { inotify } from './inotify';
import { ioctl } from './ioctl';
import { ipOption } from './ip-option';
import { ipv6Option } from './ipv6-option';
import { level } from './level';
import { listen } from './listen';
import { message } from './message';
import { netlink } from './netlink';
import { netlinkOption } from './netlink-option';
import { packet } from './packet';
import { packetOption } from './packet-option';
import { pipe } from './pipe';
import { poll } from './poll';
import { protocol } from './protocol';
import { resolve } from './resolve';
import { shutdown } from './shutdown';
import { socketOption } from './socket-option';
import { splice } from './splice';
import { tcpOption } from './tcp-option';
import { tlsOption } from './tls-option';
import { type } from './type';
import { udpOption } from './udp-option';
import { udpliteOption } from './udplite-option';
import { vsock } from './vsock';
import { vsockOption } from './vsock-option';

/** Every constant of the package: one line each, from which all else about constants is generated. */
export const groups: readonly Group[] = [
  domain,
  type,
  protocol,
  level,
  message,
  controlMessage,
  socketOption,
  tcpOption,
  udpOption,
  udpliteOption,
  ipOption,
  ipv6Option,
  netlinkOption,
  packetOption,
  icmpOption,
  vsockOption,
  tlsOption,
  algOption,
  netlink,
  packet,
  vsock,
  icmp,
  shutdown,
  listen,
  fcntl,
  pipe,
  ioctl,
  splice,
  poll,
  epoll,
  resolve,
  inotify,
  errno,
];
