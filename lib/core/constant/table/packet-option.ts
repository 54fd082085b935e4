import type { Group } from '../row';

export const packetOption: Group = {
  group: 'packet-option',
  title: 'Options of packet sockets (level SOL_PACKET)',
  type: 'number',
  rows: [['PACKET_ADD_MEMBERSHIP', 'Linux', 'Receives more of an interface: promiscuous mode, multicast.']],
};
