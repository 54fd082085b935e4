import type { Group } from '../row';

export const udpOption: Group = {
  group: 'udp-option',
  title: 'Options of UDP (level IPPROTO_UDP)',
  type: 'number',
  rows: [['UDP_CORK', 'Linux', 'Collects what is sent into one datagram until it is cleared.']],
};
