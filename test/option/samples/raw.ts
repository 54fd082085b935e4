import { ICMP6_ECHO_REPLY, ICMP_ECHO, ICMP_TIMESTAMP } from '../../../lib';
import type { Samples } from '../sample';

const allBut = (type: number, count: number): number[] => [...new Array(count).keys()].filter((each) => each !== type);

export const rawSamples: Samples = {
  ICMP_FILTER: { on: 'icmp', set: { block: [ICMP_ECHO, ICMP_TIMESTAMP, 31] } },
  IPV6_CHECKSUM: { on: 'raw6', set: 4 },
  IPV6_HDRINCL: { on: 'rawest6', set: true },
};

export const icmp6Samples: Samples = {
  ICMPV6_FILTER: { on: 'icmp6', set: { pass: [ICMP6_ECHO_REPLY] }, got: { block: allBut(ICMP6_ECHO_REPLY, 256) } },
  ICMP6_FILTER: { on: 'icmp6', set: { block: [0, 31, 32, 133, 255] } },
};
