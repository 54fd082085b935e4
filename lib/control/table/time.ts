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
export const timeRows = (): readonly ControlRow[] => [
  row(
    'SOL_SOCKET',
    'SCM_TIMESTAMP',
    [SCM_TIMESTAMP, SO_TIMESTAMP_OLD, SO_TIMESTAMP_NEW],
    'receive',
    structure('time', timeval),
  ),
  row(
    'SOL_SOCKET',
    'SCM_TIMESTAMPNS',
    [SCM_TIMESTAMPNS, SO_TIMESTAMPNS_OLD, SO_TIMESTAMPNS_NEW],
    'receive',
    structure('time', timespec),
  ),
  row(
    'SOL_SOCKET',
    'SCM_TIMESTAMPING',
    [SCM_TIMESTAMPING, SO_TIMESTAMPING_OLD, SO_TIMESTAMPING_NEW],
    'receive',
    members(scmTimestamping),
  ),
  row('SOL_SOCKET', 'SCM_TIMESTAMPING_OPT_STATS', [SCM_TIMESTAMPING_OPT_STATS], 'receive', bytes('attributes')),
  row('SOL_SOCKET', 'SCM_TIMESTAMPING_PKTINFO', [SCM_TIMESTAMPING_PKTINFO], 'receive', members(scmTsPktinfo)),
  row(
    'SOL_SOCKET',
    'SO_TIMESTAMPING',
    [SO_TIMESTAMPING, SO_TIMESTAMPING_OLD, SO_TIMESTAMPING_NEW],
    'send',
    one('flags', u32),
  ),
  row('SOL_SOCKET', 'SCM_TS_OPT_ID', [SCM_TS_OPT_ID], 'send', one('id', u32)),
  row('SOL_SOCKET', 'SCM_TXTIME', [SCM_TXTIME], 'send', one('nanoseconds', u64)),
];
