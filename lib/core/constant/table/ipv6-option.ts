import type { Group } from '../row';

export const ipv6Option: Group = {
  group: 'ipv6-option',
  title: 'Options of IPv6 (level IPPROTO_IPV6)',
  type: 'number',
  rows: [['IPV6_V6ONLY', 'POSIX', 'The socket takes no IPv4 connections.']],
};
