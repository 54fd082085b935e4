import {
  IP_CHECKSUM,
  IP_ORIGDSTADDR,
  IP_PKTINFO,
  IP_PROTOCOL,
  IP_RECVERR,
  IP_RECVFRAGSIZE,
  IP_RECVOPTS,
  IP_RETOPTS,
  IP_TOS,
  IP_TTL,
} from '../../core/constant';
import { i32, u32 } from '../../core/layout/field';
import { bytes, byteOrInt, members, one } from '../codec';
import { type ControlRow, row } from '../row';
import { recverr, sockaddr } from '../sockaddr-codec';
import { inPktinfo } from '../structs';

/** Messages of IPv4. */
export const ipRows = (): readonly ControlRow[] => [
  row(
    'IPPROTO_IP',
    'IP_PKTINFO',
    [IP_PKTINFO],
    'both',
    members(inPktinfo, { ifindex: 0, specDst: '0.0.0.0', addr: '0.0.0.0' }),
  ),
  row('IPPROTO_IP', 'IP_TTL', [IP_TTL], 'both', one('ttl', i32)),
  row('IPPROTO_IP', 'IP_TOS', [IP_TOS], 'both', byteOrInt('tos')),
  row('IPPROTO_IP', 'IP_RECVERR', [IP_RECVERR], 'receive', recverr('inet')),
  row('IPPROTO_IP', 'IP_ORIGDSTADDR', [IP_ORIGDSTADDR], 'receive', sockaddr('inet')),
  row('IPPROTO_IP', 'IP_RECVOPTS', [IP_RECVOPTS], 'receive', bytes('options')),
  row('IPPROTO_IP', 'IP_RETOPTS', [IP_RETOPTS], 'both', bytes('options')),
  row('IPPROTO_IP', 'IP_CHECKSUM', [IP_CHECKSUM], 'receive', one('checksum', u32)),
  row('IPPROTO_IP', 'IP_RECVFRAGSIZE', [IP_RECVFRAGSIZE], 'receive', one('size', i32)),
  row('IPPROTO_IP', 'IP_PROTOCOL', [IP_PROTOCOL], 'send', one('protocol', i32)),
];
