import type { Group } from '../row';

export const vsockOption: Group = {
  group: 'vsock-option',
  title: 'Options of AF_VSOCK sockets (level AF_VSOCK)',
  type: 'number',
  level: 'AF_VSOCK',
  rows: [
    ['SO_VM_SOCKETS_BUFFER_SIZE', 'Linux', 'Size of the buffer in bytes, within its two bounds.', { shape: 'u64' }],
    ['SO_VM_SOCKETS_BUFFER_MIN_SIZE', 'Linux', 'The least size of the buffer.', { shape: 'u64' }],
    ['SO_VM_SOCKETS_BUFFER_MAX_SIZE', 'Linux', 'The largest size of the buffer.', { shape: 'u64' }],
    [
      'SO_VM_SOCKETS_PEER_HOST_VM_ID',
      'Linux',
      "The host's number for the peer's virtual machine; only VMware's own modules have it.",
      { shape: 'int', access: 'read' },
    ],
    [
      'SO_VM_SOCKETS_TRUSTED',
      'Linux',
      "Whether the socket is trusted; only VMware's own modules have it.",
      { shape: 'flag', access: 'read' },
    ],
    [
      'SO_VM_SOCKETS_CONNECT_TIMEOUT',
      'Linux',
      'Longest wait of a connect, after which it gives ETIMEDOUT.',
      { shape: 'timeval' },
    ],
    [
      'SO_VM_SOCKETS_CONNECT_TIMEOUT_OLD',
      'Linux',
      'Another name of SO_VM_SOCKETS_CONNECT_TIMEOUT.',
      { shape: 'timeval', alias: 'SO_VM_SOCKETS_CONNECT_TIMEOUT' },
    ],
    [
      'SO_VM_SOCKETS_CONNECT_TIMEOUT_NEW',
      'Linux',
      'SO_VM_SOCKETS_CONNECT_TIMEOUT with a time of 64 bits, which differs only on 32-bit systems.',
      { shape: 'timeval' },
    ],
    [
      'SO_VM_SOCKETS_NONBLOCK_TXRX',
      'Linux',
      "Sends and receives that do not block in the kernel itself; only VMware's own modules have it.",
      { shape: 'flag' },
    ],
  ],
};
