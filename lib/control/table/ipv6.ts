import {
  IPV6_2292DSTOPTS,
  IPV6_2292HOPLIMIT,
  IPV6_2292HOPOPTS,
  IPV6_2292PKTINFO,
  IPV6_2292RTHDR,
  IPV6_DONTFRAG,
  IPV6_DSTOPTS,
  IPV6_FLOWINFO,
  IPV6_HOPLIMIT,
  IPV6_HOPOPTS,
  IPV6_ORIGDSTADDR,
  IPV6_PATHMTU,
  IPV6_PKTINFO,
  IPV6_RECVERR,
  IPV6_RECVFRAGSIZE,
  IPV6_RTHDR,
  IPV6_RTHDRDSTOPTS,
  IPV6_TCLASS,
} from '../../core/constant';
import { flag, i32 } from '../../core/layout/field';
import { bytes, members, one } from '../codec';
import { type ControlRow, row } from '../row';
import { pathMtu, recverr, sockaddr } from '../sockaddr-codec';
import { in6Pktinfo } from '../../option/structs';
import { be32 } from '../structs';

/** Messages of IPv6. */
export const ipv6Rows = (): readonly ControlRow[] => [
  row(
    'IPPROTO_IPV6',
    'IPV6_PKTINFO',
    [IPV6_PKTINFO, IPV6_2292PKTINFO],
    'both',
    members(in6Pktinfo, { addr: '::', ifindex: 0 }),
  ),
  row('IPPROTO_IPV6', 'IPV6_HOPLIMIT', [IPV6_HOPLIMIT, IPV6_2292HOPLIMIT], 'both', one('hopLimit', i32)),
  row('IPPROTO_IPV6', 'IPV6_TCLASS', [IPV6_TCLASS], 'both', one('trafficClass', i32)),
  row('IPPROTO_IPV6', 'IPV6_RECVERR', [IPV6_RECVERR], 'receive', recverr('inet6')),
  row('IPPROTO_IPV6', 'IPV6_ORIGDSTADDR', [IPV6_ORIGDSTADDR], 'receive', sockaddr('inet6')),
  row('IPPROTO_IPV6', 'IPV6_RECVFRAGSIZE', [IPV6_RECVFRAGSIZE], 'receive', one('size', i32)),
  row('IPPROTO_IPV6', 'IPV6_FLOWINFO', [IPV6_FLOWINFO], 'both', one('flowInfo', be32)),
  row('IPPROTO_IPV6', 'IPV6_PATHMTU', [IPV6_PATHMTU], 'receive', pathMtu),
  row('IPPROTO_IPV6', 'IPV6_DONTFRAG', [IPV6_DONTFRAG], 'send', one('dontFragment', flag)),
  row('IPPROTO_IPV6', 'IPV6_RTHDR', [IPV6_RTHDR, IPV6_2292RTHDR], 'both', bytes('header')),
  row('IPPROTO_IPV6', 'IPV6_HOPOPTS', [IPV6_HOPOPTS, IPV6_2292HOPOPTS], 'both', bytes('header')),
  row('IPPROTO_IPV6', 'IPV6_DSTOPTS', [IPV6_DSTOPTS, IPV6_2292DSTOPTS], 'both', bytes('header')),
  row('IPPROTO_IPV6', 'IPV6_RTHDRDSTOPTS', [IPV6_RTHDRDSTOPTS], 'send', bytes('header')),
];
