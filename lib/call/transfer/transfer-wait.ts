import type { Bytes } from '../../core/bytes';
import type { CallName } from '../../core/error/by-call';
import type { Side } from '../../reactor/side';
import { Wait } from '../../reactor/wait';
import { checkTransfer } from './check';

/** A wait of a call that moves the bytes of one buffer. */
export abstract class TransferWait<T = number> extends Wait<T> {
  constructor(
    syscall: CallName,
    fd: number,
    side: Side,
    protected readonly bytes: Bytes,
    protected readonly flags: number,
    protected readonly offset: number,
    protected readonly length: number | undefined,
  ) {
    super(syscall, fd, side);
  }

  check(): void {
    checkTransfer(this.fd, this.bytes, this.offset, this.length);
  }
}
