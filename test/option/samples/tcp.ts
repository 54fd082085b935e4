import {
  type Fd,
  IPPROTO_TCP,
  TCP_ESTABLISHED,
  TCP_FASTOPEN,
  TCP_REPAIR,
  TCP_REPAIR_QUEUE,
  TCP_REPAIR_WINDOW,
  TCP_SEND_QUEUE,
  type TcpInfo,
  getsockopt,
  inet,
  setsockopt,
} from '../../../lib';
import { type Samples, where } from '../sample';

const KEY = Uint8Array.from({ length: 16 }, (_, index) => index + 1);
const someBytes = where((bytes: Uint8Array) => bytes.length > 0);

const repaired = (fd: Fd): void => setsockopt(fd, IPPROTO_TCP, TCP_REPAIR, 1);
const queued = (fd: Fd): void => {
  repaired(fd);
  setsockopt(fd, IPPROTO_TCP, TCP_REPAIR_QUEUE, TCP_SEND_QUEUE);
};
/** The window as it is, set again. */
const window = { sndWl1: 0, sndWnd: 0, maxWindow: 0, rcvWnd: 0, rcvWup: 0 };

export const tcpSamples: Samples = {
  TCP_NODELAY: { on: 'tcp', set: true },
  TCP_CORK: { on: 'tcp', set: true },
  TCP_QUICKACK: { on: 'tcp', set: false, got: where((on: boolean) => typeof on === 'boolean') },
  TCP_MAXSEG: { on: 'tcp', set: 1000 },
  TCP_KEEPIDLE: { on: 'tcp', set: 77 },
  TCP_KEEPINTVL: { on: 'tcp', set: 7 },
  TCP_KEEPCNT: { on: 'tcp', set: 3 },
  TCP_USER_TIMEOUT: { on: 'tcp', set: 5000 },
  TCP_SYNCNT: { on: 'tcp', set: 3 },
  TCP_LINGER2: { on: 'tcp', set: 7 },
  TCP_DEFER_ACCEPT: { on: 'tcp', set: 3 },
  TCP_INFO: {
    on: 'connection',
    got: where((info: TcpInfo) => info.state === TCP_ESTABLISHED && info.rttMicroseconds > 0),
  },
  TCP_CC_INFO: { on: 'connection', got: where((bytes: Uint8Array) => bytes instanceof Uint8Array) },
  TCP_CONGESTION: { on: 'tcp', set: 'reno' },
  TCP_WINDOW_CLAMP: { on: 'tcp', set: 20000 },
  TCP_NOTSENT_LOWAT: { on: 'tcp', set: 5000 },
  TCP_INQ: { on: 'tcp', set: true },
  TCP_FASTOPEN: { on: 'tcp', set: 5 },
  TCP_FASTOPEN_CONNECT: { on: 'tcp', set: true, or: ['EOPNOTSUPP'] },
  TCP_FASTOPEN_KEY: { on: 'tcp', before: (fd) => setsockopt(fd, IPPROTO_TCP, TCP_FASTOPEN, 5), set: KEY },
  TCP_FASTOPEN_NO_COOKIE: { on: 'tcp', set: true },
  TCP_SAVE_SYN: { on: 'tcp', set: 1 },
  TCP_SAVED_SYN: { on: 'connection', got: where((bytes: Uint8Array) => bytes.length >= 40 && bytes[0] === 0x45) },
  TCP_ULP: { on: 'connection', set: 'tls', or: ['ENOENT'] },
  TCP_ZEROCOPY_RECEIVE: { on: 'connection', got: someBytes },
  TCP_TX_DELAY: { on: 'tcp', set: 1000 },
  TCP_THIN_LINEAR_TIMEOUTS: { on: 'tcp', set: true },
  TCP_THIN_DUPACK: { on: 'tcp', set: true, got: false },
  TCP_TIMESTAMP: { on: 'tcp', before: repaired, set: 123456, got: where((ticks: number) => ticks >= 123456) },
  TCP_MD5SIG: { on: 'tcp', set: { address: inet('127.0.0.1', 0), key: KEY } },
  TCP_MD5SIG_EXT: { on: 'tcp', set: { address: inet('127.0.0.0', 0), key: KEY, flags: 1, prefixlen: 8 } },
  TCP_REPAIR: { on: 'tcp', set: 1 },
  TCP_REPAIR_QUEUE: { on: 'tcp', before: repaired, set: TCP_SEND_QUEUE },
  TCP_QUEUE_SEQ: { on: 'tcp', before: queued, set: 0xfffffffe },
  TCP_REPAIR_OPTIONS: { on: 'connection', before: repaired, set: [{ code: 2, value: 1000 }] },
  TCP_REPAIR_WINDOW: {
    on: 'connection',
    before: (fd) => {
      repaired(fd);
      Object.assign(window, getsockopt(fd, IPPROTO_TCP, TCP_REPAIR_WINDOW));
    },
    set: window,
  },
  TCP_COOKIE_TRANSACTIONS: { on: 'tcp', set: new Uint8Array(16), fails: 'ENOPROTOOPT' },
  TCP_AO_ADD_KEY: { on: 'tcp', set: new Uint8Array(8), fails: 'EINVAL' },
  TCP_AO_DEL_KEY: { on: 'tcp', set: new Uint8Array(8), fails: 'EINVAL' },
  TCP_AO_INFO: { on: 'tcp', set: new Uint8Array(8), fails: 'EINVAL' },
  TCP_AO_GET_KEYS: { on: 'tcp', or: ['EINVAL', 'ENOENT'] },
  TCP_AO_REPAIR: { on: 'tcp', before: repaired, or: ['ENOENT'] },
  TCP_IS_MPTCP: { on: 'tcp', got: false },
  TCP_RTO_MAX_MS: { on: 'tcp', set: 5000 },
  TCP_RTO_MIN_US: { on: 'tcp', set: 5000 },
  TCP_DELACK_MAX_US: { on: 'tcp', set: 5000 },
  MPTCP_INFO: { on: 'mptcp', got: someBytes, or: ['EOPNOTSUPP'] },
  MPTCP_TCPINFO: {
    on: 'mptcp',
    ask: Uint8Array.of(16, ...new Array<number>(31).fill(0)),
    got: someBytes,
    or: ['EOPNOTSUPP', 'EINVAL'],
  },
  MPTCP_SUBFLOW_ADDRS: {
    on: 'mptcp',
    ask: Uint8Array.of(16, ...new Array<number>(31).fill(0)),
    got: someBytes,
    or: ['EOPNOTSUPP', 'EINVAL'],
  },
  MPTCP_FULL_INFO: { on: 'mptcp', or: ['EOPNOTSUPP', 'EINVAL'] },
};

export const udpSamples: Samples = {
  UDP_CORK: { on: 'udp', set: true },
  UDP_ENCAP: { on: 'udp', set: 3 },
  UDP_NO_CHECK6_TX: { on: 'udp6', set: true },
  UDP_NO_CHECK6_RX: { on: 'udp6', set: true },
  UDP_SEGMENT: { on: 'udp', set: 1000 },
  UDP_GRO: { on: 'udp', set: true },
};

export const udpliteSamples: Samples = {
  UDPLITE_SEND_CSCOV: { on: 'udplite', set: 12 },
  UDPLITE_RECV_CSCOV: { on: 'udplite', set: 12 },
  UDP_CORK: { on: 'udplite', set: true },
  UDP_NO_CHECK6_TX: { on: 'udplite', set: true },
  UDP_NO_CHECK6_RX: { on: 'udplite', set: true },
};
