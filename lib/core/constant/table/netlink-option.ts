import type { Group } from '../row';

export const netlinkOption: Group = {
  group: 'netlink-option',
  title: 'Options of netlink sockets (level SOL_NETLINK)',
  type: 'number',
  rows: [['NETLINK_ADD_MEMBERSHIP', 'Linux', 'Joins a multicast group.']],
};
