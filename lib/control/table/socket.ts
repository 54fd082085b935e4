import type { Fd } from '../../core/fd';
import { SCM_RIGHTS, SOL_SOCKET } from '../../core/constant';
import { ints } from '../codec';
import { type ControlRow, row } from '../row';

/** Messages of the level SOL_SOCKET. */
export const socketRows: readonly ControlRow[] = [
  row({
    name: 'SCM_RIGHTS',
    constants: ['SOL_SOCKET', 'SCM_RIGHTS'],
    level: SOL_SOCKET,
    types: [SCM_RIGHTS],
    direction: 'both',
    shape: 'fds: Fd[]',
    meaning: 'Descriptors that are passed on; those received are open and belong to the receiver.',
    codec: ints<'fds', Fd>('fds'),
  }),
];
