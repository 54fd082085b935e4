import type { Group } from '../row';

export const netlinkOption: Group = {
  group: 'netlink-option',
  title: 'Options of netlink sockets (level SOL_NETLINK)',
  type: 'number',
  level: 'SOL_NETLINK',
  rows: [
    ['NETLINK_ADD_MEMBERSHIP', 'Linux', 'Joins a multicast group, by its number.', { shape: 'int', access: 'write' }],
    ['NETLINK_DROP_MEMBERSHIP', 'Linux', 'Leaves a multicast group.', { shape: 'int', access: 'write' }],
    [
      'NETLINK_LIST_MEMBERSHIPS',
      'Linux',
      'The groups joined, by their numbers; read only.',
      { shape: 'memberships', access: 'read' },
    ],
    ['NETLINK_PKTINFO', 'Linux', 'Received messages carry the group that they were sent to.', { shape: 'flag' }],
    [
      'NETLINK_BROADCAST_ERROR',
      'Linux',
      'Who sends to a group is told when this socket has no room for the message.',
      { shape: 'flag' },
    ],
    ['NETLINK_NO_ENOBUFS', 'Linux', 'Messages that are lost for lack of room are not reported.', { shape: 'flag' }],
    [
      'NETLINK_LISTEN_ALL_NSID',
      'Linux',
      'Receives from all network namespaces that this one has a number for; needs CAP_NET_BROADCAST.',
      { shape: 'flag' },
    ],
    ['NETLINK_CAP_ACK', 'Linux', 'Acknowledgements leave out the message that they are for.', { shape: 'flag' }],
    ['NETLINK_EXT_ACK', 'Linux', 'Acknowledgements say in words what was wrong.', { shape: 'flag' }],
    [
      'NETLINK_GET_STRICT_CHK',
      'Linux',
      'Requests to list are checked strictly, so that their filters count.',
      { shape: 'flag' },
    ],
    [
      'NETLINK_RX_RING',
      'Linux',
      'Memory shared for receiving; no longer in the kernel.',
      { shape: 'bytes', access: 'write' },
    ],
    [
      'NETLINK_TX_RING',
      'Linux',
      'Memory shared for sending; no longer in the kernel.',
      { shape: 'bytes', access: 'write' },
    ],
  ],
};
