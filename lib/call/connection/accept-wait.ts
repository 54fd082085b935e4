import { checkInt } from '../../core/check';
import { refuseBlocking } from '../../reactor/nonblocking';
import { READ } from '../../reactor/side';
import { Wait } from '../../reactor/wait';
import { type Accepted, accept4Cloexec, acceptCloexec, accepted } from './accepted';

export class AcceptWait<S> extends Wait<Accepted<S>> {
  /** @param flags for accept4; without them it is accept that is called. */
  constructor(
    fd: number,
    private readonly flags?: number,
  ) {
    super(flags === undefined ? 'accept' : 'accept4', fd, READ);
  }

  call(): number {
    refuseBlocking(this.syscall, this.fd);
    return this.flags === undefined ? acceptCloexec(this.fd) : accept4Cloexec(this.fd, this.flags);
  }

  check(): void {
    checkInt('fd', this.fd);
    if (this.flags !== undefined) checkInt('flags', this.flags);
  }

  override value(fd: number): Accepted<S> {
    return accepted(fd);
  }
}
