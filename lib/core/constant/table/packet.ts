import type { Group } from '../row';

export const packet: Group = {
  group: 'packet',
  title: 'Packet sockets: protocols of Ethernet, and types of packets',
  type: 'number',
  rows: [['ETH_P_ALL', 'Linux', 'Every protocol.']],
};
