import { type AddressFor, failedAddress } from '../../address/argument';
import { Sockaddr } from '../../address/sockaddr';
import { EINPROGRESS, EINTR, POLLOUT, SOL_SOCKET, SO_ERROR } from '../../core/constant';
import { SyscallError } from '../../core/error/syscall-error';
import { refuseBlocking } from '../../reactor/nonblocking';
import { WRITE } from '../../reactor/side';
import { Wait } from '../../reactor/wait';
import { checkInt } from '../../core/check';
import { getsockopt } from '../option/raw';
import { poll } from '../poll/raw';
import * as raw from './raw';

/** No answer of the kernel's. */
const GOES_ON = -0x40000000;

const polled = new Int32Array(3);
const error = new Int32Array(1);

/** connect() is called once. What became of it is told by SO_ERROR, when the socket can be written to. */
export class ConnectWait extends Wait<void> {
  private readonly address: Sockaddr;
  private called = false;

  constructor(fd: number, address: AddressFor<unknown>) {
    super('connect', fd, WRITE);
    // The caller's may be another one when others before it are done.
    this.address = address instanceof Sockaddr ? address : new Sockaddr(address);
  }

  call(): number {
    return this.called ? this.outcome() : this.first();
  }

  check(): void {
    checkInt('fd', this.fd);
  }

  /** AF_UNIX answers EAGAIN for a full backlog, and nothing tells when that is over: so it is an error as others are. */
  override waits(result: number): boolean {
    return result === GOES_ON;
  }

  override value(): void {}

  override error(result: number): Error {
    return new SyscallError('connect', result, { fd: this.fd, address: failedAddress(this.address) });
  }

  private first(): number {
    refuseBlocking('connect', this.fd);
    const result = raw.connect(this.fd, this.address);
    this.called = true;
    return result === -EINPROGRESS || result === -EINTR ? GOES_ON : result;
  }

  private outcome(): number {
    polled[0] = this.fd;
    polled[1] = POLLOUT;
    if (poll(polled, 0) === 0) return GOES_ON;
    const result = getsockopt(this.fd, SOL_SOCKET, SO_ERROR, error);
    return result < 0 ? result : -error[0]!;
  }
}
