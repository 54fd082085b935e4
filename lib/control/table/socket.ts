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
export const socketRows: readonly ControlRow[] = [
  row(
    'SOL_SOCKET',
    'SCM_RIGHTS',
    [SCM_RIGHTS],
    'both',
    ints<'fds', Fd>('fds'),
    'fds: Fd[]',
    'Descriptors that are passed on; those received are open and belong to the receiver.',
  ),
  row(
    'SOL_SOCKET',
    'SCM_CREDENTIALS',
    [SCM_CREDENTIALS],
    'both',
    members(ucred),
    'pid: number, uid: number, gid: number',
    'Process, user and group of the sender, vouched for by the kernel (SO_PASSCRED).',
  ),
  row(
    'SOL_SOCKET',
    'SCM_PIDFD',
    [SCM_PIDFD],
    'receive',
    one('pidfd', fd),
    'pidfd: Fd',
    'A pidfd of the sender (SO_PASSPIDFD), which is open and belongs to the receiver; negative if there is none.',
  ),
  row(
    'SOL_SOCKET',
    'SCM_SECURITY',
    [SCM_SECURITY],
    'receive',
    bytes('label'),
    'label: Uint8Array',
    'Security label of the sender (SO_PASSSEC).',
  ),
  row(
    'SOL_SOCKET',
    'SO_RXQ_OVFL',
    [SO_RXQ_OVFL],
    'receive',
    one('dropped', u32),
    'dropped: number',
    'How many datagrams the socket has dropped for lack of space; absent while there is none.',
  ),
  row(
    'SOL_SOCKET',
    'SCM_WIFI_STATUS',
    [SCM_WIFI_STATUS],
    'receive',
    one('acknowledged', flag),
    'acknowledged: boolean',
    'Whether a frame that was sent over Wi-Fi was acknowledged (SO_WIFI_STATUS), from the error queue.',
  ),
  row(
    'SOL_SOCKET',
    'SCM_INQ',
    [SCM_INQ],
    'receive',
    one('unread', i32),
    'unread: number',
    'How many bytes are left to be read from a unix stream socket (SO_INQ).',
  ),
  row(
    'SOL_SOCKET',
    'SO_MARK',
    [SO_MARK],
    'both',
    one('mark', u32),
    'mark: number',
    'Mark of the packet for routing and firewall rules; received with SO_RCVMARK, sent with CAP_NET_ADMIN.',
  ),
  row(
    'SOL_SOCKET',
    'SO_PRIORITY',
    [SO_PRIORITY],
    'both',
    one('priority', u32),
    'priority: number',
    'Priority of the packet; received with SO_RCVPRIORITY.',
  ),
];
