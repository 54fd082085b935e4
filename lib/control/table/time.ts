import {
  SCM_TIMESTAMP,
  SCM_TIMESTAMPING,
  SCM_TIMESTAMPING_OPT_STATS,
  SCM_TIMESTAMPING_PKTINFO,
  SCM_TIMESTAMPNS,
  SCM_TS_OPT_ID,
  SCM_TXTIME,
  SO_TIMESTAMPING,
  SO_TIMESTAMPING_NEW,
  SO_TIMESTAMPING_OLD,
  SO_TIMESTAMPNS_NEW,
  SO_TIMESTAMPNS_OLD,
  SO_TIMESTAMP_NEW,
  SO_TIMESTAMP_OLD,
} from '../../core/constant';
import { u32, u64 } from '../../core/layout/field';
import { timespec, timeval } from '../../core/layout/structs';
import { bytes, members, one, structure } from '../codec';
import { type ControlRow, row } from '../row';
import { scmTimestamping, scmTsPktinfo } from '../structs';

/** Messages of the level SOL_SOCKET about time. */
export const timeRows: readonly ControlRow[] = [
  row(
    'SOL_SOCKET',
    'SCM_TIMESTAMP',
    [SCM_TIMESTAMP, SO_TIMESTAMP_OLD, SO_TIMESTAMP_NEW],
    'receive',
    structure('time', timeval),
    'time: { seconds: number, microseconds: number }',
    'When the packet arrived (SO_TIMESTAMP).',
  ),
  row(
    'SOL_SOCKET',
    'SCM_TIMESTAMPNS',
    [SCM_TIMESTAMPNS, SO_TIMESTAMPNS_OLD, SO_TIMESTAMPNS_NEW],
    'receive',
    structure('time', timespec),
    'time: { seconds: number, nanoseconds: number }',
    'When the packet arrived (SO_TIMESTAMPNS).',
  ),
  row(
    'SOL_SOCKET',
    'SCM_TIMESTAMPING',
    [SCM_TIMESTAMPING, SO_TIMESTAMPING_OLD, SO_TIMESTAMPING_NEW],
    'receive',
    members(scmTimestamping),
    'software, deprecated, hardware: { seconds: number, nanoseconds: number }',
    'Stamps of a packet that arrived, or from the error queue of one that was sent (SO_TIMESTAMPING).',
  ),
  row(
    'SOL_SOCKET',
    'SCM_TIMESTAMPING_OPT_STATS',
    [SCM_TIMESTAMPING_OPT_STATS],
    'receive',
    bytes('attributes'),
    'attributes: Uint8Array',
    'Statistics of the TCP connection at the time of a stamp, as netlink attributes (SOF_TIMESTAMPING_OPT_STATS).',
  ),
  row(
    'SOL_SOCKET',
    'SCM_TIMESTAMPING_PKTINFO',
    [SCM_TIMESTAMPING_PKTINFO],
    'receive',
    members(scmTsPktinfo),
    'ifindex: number, length: number',
    'Which interface received a packet that the hardware stamped (SOF_TIMESTAMPING_OPT_PKTINFO).',
  ),
  row(
    'SOL_SOCKET',
    'SO_TIMESTAMPING',
    [SO_TIMESTAMPING, SO_TIMESTAMPING_OLD, SO_TIMESTAMPING_NEW],
    'send',
    one('flags', u32),
    'flags: number',
    'Which stamps of sending this message shall have: SOF_TIMESTAMPING_TX_ flags.',
  ),
  row(
    'SOL_SOCKET',
    'SCM_TS_OPT_ID',
    [SCM_TS_OPT_ID],
    'send',
    one('id', u32),
    'id: number',
    'The number that the stamps of this send shall have (SOF_TIMESTAMPING_OPT_ID).',
  ),
  row(
    'SOL_SOCKET',
    'SCM_TXTIME',
    [SCM_TXTIME],
    'send',
    one('nanoseconds', u64),
    'nanoseconds: bigint',
    'When the packet is to be sent, on the clock that SO_TXTIME names.',
  ),
];
