import type { TransportName } from '../conditions';
import { openUdp } from './datagrams';
import { openTcp, openTcp6 } from './tcp';
import type { Transport } from './transport';
import { openSocketpair, openUnix, openUnixDgram, openUnixSeqpacket } from './unix';

const stream = { bounds: false, ends: true, keeps: true };

/** 2^16 less the headers of IPv4 and UDP. */
const LARGEST_DATAGRAM = 65507;

/** The transports, in the order in which they are listed. */
export const transports: Readonly<Record<TransportName, Transport>> = {
  tcp: { title: 'TCP loopback', ...stream, open: openTcp },
  tcp6: { title: 'TCP over IPv6 loopback', ...stream, open: openTcp6 },
  unix: { title: 'an AF_UNIX stream', ...stream, open: openUnix },
  'unix-dgram': { title: 'AF_UNIX datagrams', bounds: true, ends: false, keeps: true, open: openUnixDgram },
  'unix-seqpacket': { title: 'AF_UNIX seqpacket', bounds: true, ends: true, keeps: true, open: openUnixSeqpacket },
  socketpair: { title: 'an AF_UNIX socketpair', ...stream, open: openSocketpair },
  udp: {
    title: 'UDP loopback',
    bounds: true,
    ends: false,
    keeps: false,
    largest: LARGEST_DATAGRAM,
    open: openUdp,
  },
};

export const transportNames = Object.keys(transports) as TransportName[];
