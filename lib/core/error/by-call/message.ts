import type { ErrnoTable } from './table';
import { transfer } from './transfer';

export const message = {
  sendmsg: { ...transfer.send },
  recvmsg: { ...transfer.recv },
} satisfies Record<string, ErrnoTable>;
