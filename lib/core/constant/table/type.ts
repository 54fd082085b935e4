import type { Group } from '../row';

export const type: Group = {
  group: 'type',
  title: 'Socket types, and the flags that may be or-ed into them',
  type: 'number',
  rows: [
    [
      'SOCK_STREAM',
      'POSIX',
      'A two-way byte stream over a connection, in order and without message boundaries.',
      { type: "SocketType<'stream'>" },
    ],
    ['SOCK_DGRAM', 'POSIX', 'Single messages, each kept whole, without a connection.', { type: "SocketType<'dgram'>" }],
    ['SOCK_SEQPACKET', 'POSIX', 'Whole messages in order over a connection.', { type: "SocketType<'seqpacket'>" }],
    ['SOCK_RAW', 'POSIX', 'Direct access to the network protocol; needs CAP_NET_RAW.', { type: "SocketType<'raw'>" }],
    [
      'SOCK_RDM',
      'Linux, BSD',
      'Whole messages delivered reliably, in no promised order.',
      { type: "SocketType<'rdm'>" },
    ],
    ['SOCK_PACKET', 'Linux', 'Link-layer packets; obsolete, use AF_PACKET.', { type: 'SocketType' }],
    ['SOCK_DCCP', 'Linux', 'Datagram congestion control protocol.', { type: 'SocketType' }],
    ['SOCK_CLOEXEC', 'POSIX', 'Flag: the new descriptor is closed on exec.'],
    ['SOCK_NONBLOCK', 'POSIX', 'Flag: the new descriptor does not block.'],
  ],
};
