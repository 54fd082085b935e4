import type { Group } from '../row';

export const netlink: Group = {
  group: 'netlink',
  title: 'Netlink: its families, and the messages about links, addresses and routes',
  type: 'number',
  rows: [['NETLINK_ROUTE', 'Linux', 'The family of links, addresses and routes.']],
};
