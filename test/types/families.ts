// What must compile and what must not: families, duplicated descriptors, and requests of ioctl.
import {
  AF_CAN,
  AF_INET,
  AF_NETLINK,
  AF_PACKET,
  AF_VSOCK,
  ETH_P_ALL,
  FIOCLEX,
  FIONBIO,
  FIONREAD,
  type Fd,
  NETLINK_ROUTE,
  type NetlinkAddress,
  type PacketAddress,
  type PassiveSocket,
  SIOCATMARK,
  SIOCGIFADDR,
  SIOCGIFMTU,
  SIOCGIFNAME,
  SOCK_DGRAM,
  SOCK_RAW,
  SOCK_STREAM,
  type SocketFd,
  type VsockAddress,
  accept,
  asFd,
  bind,
  connect,
  dup,
  dup2,
  dup3,
  getsockname,
  inet,
  ioctl,
  listen,
  netlink,
  packet,
  sockatmark,
  socket,
  unspec,
  vsock,
} from '../../lib';
import * as result from '../../lib/result';
import { type Equal, same } from './equal';

const bytes = new Uint8Array(64);

export function theDescriptorKnowsItsFamily(): void {
  const route = socket(AF_NETLINK, SOCK_RAW, NETLINK_ROUTE);
  same<Equal<SocketFd<'netlink', 'raw'>, typeof route>>();
  const wire = socket(AF_PACKET, SOCK_RAW);
  same<Equal<SocketFd<'packet', 'raw'>, typeof wire>>();
  const guest = socket(AF_VSOCK, SOCK_STREAM);
  same<Equal<SocketFd<'vsock', 'stream'>, typeof guest>>();
  const routeName = getsockname(route);
  same<Equal<NetlinkAddress, typeof routeName>>();
  const wireName = getsockname(wire);
  same<Equal<PacketAddress, typeof wireName>>();
  const guestName = getsockname(guest);
  same<Equal<VsockAddress, typeof guestName>>();

  bind(route, netlink());
  bind(wire, packet(ETH_P_ALL, 1));
  connect(guest, vsock(2, 1024));
  connect(wire, unspec());
  // @ts-expect-error another family
  bind(route, packet(ETH_P_ALL, 1));
  // @ts-expect-error another family
  bind(wire, vsock(2, 1024));
  // @ts-expect-error another family
  connect(guest, inet('127.0.0.1', 80));
  // @ts-expect-error a link address is text or bytes
  packet(ETH_P_ALL, 1, [1, 2, 3]);
}

export function aDuplicateIsTheSame(): void {
  const fd = socket(AF_INET, SOCK_STREAM);
  listen(fd);
  const second = dup(fd);
  same<Equal<SocketFd<'inet', 'stream'> & PassiveSocket, typeof second>>();
  accept(second);
  accept(dup2(fd, 100));
  const third = dup3(socket(AF_INET, SOCK_DGRAM), 100, 0);
  same<Equal<SocketFd<'inet', 'dgram'>, typeof third>>();
  // @ts-expect-error it listens
  connect(second, inet('127.0.0.1', 80));
  // @ts-expect-error a number is no descriptor
  dup(3);
  const answered = result.dup(fd);
  if (answered.ok) same<Equal<SocketFd<'inet', 'stream'> & PassiveSocket, typeof answered.value>>();
  else same<Equal<'EBADF' | 'EMFILE' | 'EACCES' | 'ENOMEM', typeof answered.code>>();
}

export function aRequestKnowsWhatItTakesAndGives(fd: Fd): void {
  same<Equal<number, ReturnType<typeof waiting>>>();
  same<Equal<boolean, ReturnType<typeof atMark>>>();
  same<Equal<void, ReturnType<typeof nonBlocking>>>();
  same<Equal<number, ReturnType<typeof inBytes>>>();
  ioctl(fd, FIOCLEX);
  ioctl(fd, SIOCGIFMTU, 'lo').toFixed();
  ioctl(fd, SIOCGIFNAME, 1).toUpperCase();
  ioctl(fd, SIOCGIFADDR, bytes);
  ioctl(fd, 0x1234, null);
  ioctl(fd, FIONREAD, bytes);
  // @ts-expect-error it takes nothing
  ioctl(fd, FIONREAD, 1);
  // @ts-expect-error it takes a boolean
  ioctl(fd, FIONBIO, 1);
  // @ts-expect-error it takes a boolean
  ioctl(fd, FIONBIO);
  // @ts-expect-error it takes a name
  ioctl(fd, SIOCGIFMTU, 1);
  // @ts-expect-error what it takes is not known, so it is bytes or null
  ioctl(fd, 0x1234);
  // @ts-expect-error what it takes is not known, so it is bytes or null
  ioctl(fd, SIOCGIFADDR, 'lo');
  // @ts-expect-error a number is no descriptor
  ioctl(3, FIONREAD);

  const answered = result.ioctl(fd, SIOCATMARK);
  if (answered.ok) same<Equal<boolean, typeof answered.value>>();
  const mark = result.sockatmark(fd);
  if (!mark.ok) same<Equal<'EBADF' | 'ENOTTY' | 'EINVAL' | 'EOPNOTSUPP', typeof mark.code>>();
  sockatmark(fd);
}

const fd = asFd(3);
const waiting = () => ioctl(fd, FIONREAD);
const atMark = () => ioctl(fd, SIOCATMARK);
const nonBlocking = () => ioctl(fd, FIONBIO, true);
const inBytes = () => ioctl(fd, 0x1234, bytes);

export function aFamilyWithoutAFormHasAddressesOfBytes(): void {
  const can = socket(AF_CAN, SOCK_RAW);
  bind(can, { family: AF_CAN, data: new Uint8Array(22) });
  const vsock = socket(AF_VSOCK, SOCK_STREAM);
  // @ts-expect-error this one has a form
  bind(vsock, { family: AF_VSOCK, data: new Uint8Array(14) });
}
