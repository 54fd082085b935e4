import {
  SCM_CREDENTIALS,
  SCM_INQ,
  SCM_PIDFD,
  SCM_RIGHTS,
  SCM_SECURITY,
  SCM_WIFI_STATUS,
  SO_MARK,
  SO_PRIORITY,
  SO_RXQ_OVFL,
} from '../../core/constant';
import type { Fd } from '../../core/fd';
import { type Make, flag, i32, u32 } from '../../core/layout/field';
import { bytes, ints, members, one } from '../codec';
import { type ControlRow, row } from '../row';
import { ucred } from '../../option/structs';

const fd = i32 as Make<Fd>;

/** Messages of the level SOL_SOCKET, without those about time. */
export const socketRows = (): readonly ControlRow[] => [
  row('SOL_SOCKET', 'SCM_RIGHTS', [SCM_RIGHTS], 'both', ints<'fds', Fd>('fds')),
  row('SOL_SOCKET', 'SCM_CREDENTIALS', [SCM_CREDENTIALS], 'both', members(ucred)),
  row('SOL_SOCKET', 'SCM_PIDFD', [SCM_PIDFD], 'receive', one('pidfd', fd)),
  row('SOL_SOCKET', 'SCM_SECURITY', [SCM_SECURITY], 'receive', bytes('label')),
  row('SOL_SOCKET', 'SO_RXQ_OVFL', [SO_RXQ_OVFL], 'receive', one('dropped', u32)),
  row('SOL_SOCKET', 'SCM_WIFI_STATUS', [SCM_WIFI_STATUS], 'receive', one('acknowledged', flag)),
  row('SOL_SOCKET', 'SCM_INQ', [SCM_INQ], 'receive', one('unread', i32)),
  row('SOL_SOCKET', 'SO_MARK', [SO_MARK], 'both', one('mark', u32)),
  row('SOL_SOCKET', 'SO_PRIORITY', [SO_PRIORITY], 'both', one('priority', u32)),
];
