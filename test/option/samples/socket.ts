import {
  FD_CLOEXEC,
  F_GETFD,
  type Fd,
  SOCK_DGRAM,
  SOF_TIMESTAMPING_RX_SOFTWARE,
  SOF_TIMESTAMPING_SOFTWARE,
  SOL_SOCKET,
  SO_ATTACH_FILTER,
  SO_ATTACH_REUSEPORT_CBPF,
  SO_REUSEPORT,
  bind,
  close,
  fcntl,
  inet,
  setsockopt,
} from '../../../lib';
import { type Samples, where } from '../sample';

/** A program that lets all of a packet in. */
export const ALL_IN = [{ code: 0x06, jt: 0, jf: 0, k: 0xffffffff }];
/** Every member of an instruction has its own value here. */
const SOME = [{ code: 0x15, jt: 1, jf: 0, k: 0x12345678 }, ...ALL_IN, ...ALL_IN];

const seconds = { seconds: 1, microseconds: 500000 };
const timestamps = { flags: SOF_TIMESTAMPING_RX_SOFTWARE | SOF_TIMESTAMPING_SOFTWARE, bindPhc: 0 };

const filtered = (fd: Fd): void => setsockopt(fd, SOL_SOCKET, SO_ATTACH_FILTER, ALL_IN);
const shared = (fd: Fd): void => {
  setsockopt(fd, SOL_SOCKET, SO_REUSEPORT, true);
  bind(fd, inet('127.0.0.1', 0));
};

export const socketSamples: Samples = {
  SO_REUSEADDR: { on: 'udp', set: true },
  SO_REUSEPORT: { on: 'udp', set: true },
  SO_ERROR: { on: 'udp', got: 0 },
  SO_TYPE: { on: 'udp', got: SOCK_DGRAM },
  SO_DOMAIN: { on: 'udp', got: 2 },
  SO_PROTOCOL: { on: 'udp', got: 17 },
  SO_ACCEPTCONN: { on: 'tcp', got: false },
  SO_RCVBUF: { on: 'udp', set: 8192, got: 16384 },
  SO_SNDBUF: { on: 'udp', set: 8192, got: 16384 },
  SO_RCVBUFFORCE: { on: 'udp', set: 8192 },
  SO_SNDBUFFORCE: { on: 'udp', set: 8192 },
  SO_RCVLOWAT: { on: 'tcp', set: 7 },
  SO_SNDLOWAT: { on: 'udp', set: 7, fails: 'ENOPROTOOPT', got: 1 },
  SO_RCVTIMEO: { on: 'udp', set: seconds },
  SO_SNDTIMEO: { on: 'udp', set: seconds },
  SO_RCVTIMEO_OLD: { on: 'udp', set: seconds },
  SO_SNDTIMEO_OLD: { on: 'udp', set: seconds },
  SO_RCVTIMEO_NEW: { on: 'udp', set: seconds },
  SO_SNDTIMEO_NEW: { on: 'udp', set: seconds },
  SO_KEEPALIVE: { on: 'udp', set: true },
  SO_LINGER: { on: 'tcp', set: { onoff: true, linger: 5 } },
  SO_BROADCAST: { on: 'udp', set: true },
  SO_OOBINLINE: { on: 'tcp', set: true },
  SO_DONTROUTE: { on: 'udp', set: true },
  SO_DEBUG: { on: 'udp', set: true },
  SO_PEERCRED: { on: 'unix', got: { pid: process.pid, uid: process.geteuid!(), gid: process.getegid!() } },
  SO_PASSCRED: { on: 'unix', set: true },
  SO_PEERSEC: { on: 'unix', got: where((label: string) => label.length > 0), or: ['ENOPROTOOPT'] },
  SO_PASSSEC: { on: 'unix', set: true },
  SO_PEERGROUPS: {
    on: 'unix',
    got: where((groups: number[]) => groups.every((gid) => process.getgroups!().includes(gid))),
  },
  SO_PEERPIDFD: { on: 'unix', got: where((fd: Fd) => closesOnExec(fd)) },
  SO_PASSPIDFD: { on: 'unix', set: true },
  SO_PASSRIGHTS: { on: 'unix', set: false },
  SO_PEERNAME: {
    on: 'connection',
    ask: 16,
    got: where((bytes: Uint8Array) => [...bytes.subarray(4, 8)].join('.') === '127.0.0.1'),
  },
  SO_INQ: { on: 'unix', set: true },
  SO_PEEK_OFF: { on: 'unix', set: 5 },
  SO_TIMESTAMP: { on: 'udp', set: true },
  SO_TIMESTAMP_OLD: { on: 'udp', set: true },
  SO_TIMESTAMP_NEW: { on: 'udp', set: true },
  SO_TIMESTAMPNS: { on: 'udp', set: true },
  SO_TIMESTAMPNS_OLD: { on: 'udp', set: true },
  SO_TIMESTAMPNS_NEW: { on: 'udp', set: true },
  SO_TIMESTAMPING: { on: 'udp', set: timestamps },
  SO_TIMESTAMPING_OLD: { on: 'udp', set: timestamps.flags, got: timestamps },
  SO_TIMESTAMPING_NEW: { on: 'udp', set: { flags: timestamps.flags }, got: timestamps },
  SO_RXQ_OVFL: { on: 'udp', set: true },
  SO_BINDTODEVICE: { on: 'udp', set: 'lo' },
  SO_BINDTOIFINDEX: { on: 'udp', set: 1 },
  SO_PRIORITY: { on: 'udp', set: 5 },
  SO_RCVPRIORITY: { on: 'udp', set: true },
  SO_MARK: { on: 'udp', set: 0xfffffffe },
  SO_RCVMARK: { on: 'udp', set: true },
  SO_ATTACH_FILTER: { on: 'udp', set: SOME },
  SO_GET_FILTER: {
    on: 'udp',
    before: (fd) => setsockopt(fd, SOL_SOCKET, SO_ATTACH_FILTER, SOME),
    got: SOME,
  },
  SO_ATTACH_BPF: { on: 'udp', set: -1, fails: 'EBADF' },
  SO_DETACH_FILTER: { on: 'udp', before: filtered, set: 0 },
  SO_DETACH_BPF: { on: 'udp', before: filtered, set: 0 },
  SO_LOCK_FILTER: { on: 'udp', before: filtered, set: true },
  SO_BPF_EXTENSIONS: { on: 'udp', got: where((most: number) => most > 0) },
  SO_ATTACH_REUSEPORT_CBPF: { on: 'udp', before: shared, set: ALL_IN },
  SO_ATTACH_REUSEPORT_EBPF: { on: 'udp', before: shared, set: -1, fails: 'EBADF' },
  SO_DETACH_REUSEPORT_BPF: {
    on: 'udp',
    before: (fd) => {
      shared(fd);
      setsockopt(fd, SOL_SOCKET, SO_ATTACH_REUSEPORT_CBPF, ALL_IN);
    },
    set: 0,
  },
  SO_INCOMING_CPU: { on: 'udp', set: 0 },
  SO_INCOMING_NAPI_ID: { on: 'udp', got: 0 },
  SO_BUSY_POLL: { on: 'udp', set: 50 },
  SO_PREFER_BUSY_POLL: { on: 'udp', set: true },
  SO_BUSY_POLL_BUDGET: { on: 'udp', set: 16 },
  SO_MAX_PACING_RATE: { on: 'udp', set: 5_000_000_000n },
  SO_TXTIME: { on: 'udp', set: { clockid: 11, flags: 2 } },
  SO_TXREHASH: { on: 'tcp', set: 0 },
  SO_ZEROCOPY: { on: 'tcp', set: true },
  SO_MEMINFO: { on: 'udp', got: where((info: object) => Object.keys(info).length === 9 && 'drops' in info) },
  SO_RESERVE_MEM: { on: 'tcp', set: 4096, got: where((size: number) => size >= 4096), or: ['EOPNOTSUPP', 'ENOMEM'] },
  SO_BUF_LOCK: { on: 'udp', set: 3 },
  SO_COOKIE: { on: 'udp', got: where((cookie: bigint) => cookie > 0n) },
  SO_NETNS_COOKIE: { on: 'udp', got: where((cookie: bigint) => cookie > 0n) },
  SO_CNX_ADVICE: { on: 'connection', set: 1 },
  SO_SELECT_ERR_QUEUE: { on: 'udp', set: true },
  SO_DEVMEM_DONTNEED: { on: 'connection', set: new Uint8Array(8), fails: 'EBADF', or: ['EINVAL'] },
  SO_WIFI_STATUS: { on: 'udp', set: true },
  SO_NOFCS: { on: 'udp', set: true },
  SO_NO_CHECK: { on: 'udp', set: true },
  SO_BSDCOMPAT: { on: 'udp', set: true, got: false },
};

function closesOnExec(fd: Fd): boolean {
  const flags = fcntl(fd, F_GETFD);
  close(fd);
  return flags === FD_CLOEXEC;
}
