import type { Group } from '../row';

export const udpliteOption: Group = {
  group: 'udplite-option',
  title: 'Options of UDP-Lite (level IPPROTO_UDPLITE)',
  type: 'number',
  level: 'IPPROTO_UDPLITE',
  rows: [
    [
      'UDPLITE_SEND_CSCOV',
      'Linux',
      'How many bytes of each datagram the checksum covers, the header of 8 included; 0 for all of it.',
      { shape: 'int' },
    ],
    [
      'UDPLITE_RECV_CSCOV',
      'Linux',
      'Drops datagrams whose checksum covers fewer bytes than these; 0 drops all but those that are covered whole.',
      { shape: 'int' },
    ],
  ],
};
