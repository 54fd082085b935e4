import type { Group } from '../row';

export const icmpOption: Group = {
  group: 'icmp-option',
  title: 'Options of raw sockets (levels SOL_RAW and IPPROTO_ICMPV6)',
  type: 'number',
  rows: [
    [
      'ICMP_FILTER',
      'Linux',
      'Which types of ICMP messages a raw socket gets; those above 31 it gets in any case.',
      { shape: 'icmpFilter', levels: ['SOL_RAW'] },
    ],
    [
      'ICMPV6_FILTER',
      'Linux',
      'Which types of ICMPv6 messages a raw socket gets.',
      { shape: 'icmp6Filter', levels: ['IPPROTO_ICMPV6'] },
    ],
    [
      'ICMP6_FILTER',
      'Linux, BSD',
      'ICMPV6_FILTER as RFC 3542 calls it; on BSD a bit that is set lets messages in, so it is given and taken as bytes there.',
      { shape: 'icmp6Filter', levels: ['IPPROTO_ICMPV6'], alias: 'ICMPV6_FILTER' },
    ],
  ],
};
