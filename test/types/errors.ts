// What the compiler knows of errors.
import {
  AF_INET,
  type ErrnoOf,
  SOCK_STREAM,
  SyscallError,
  asFd,
  explain,
  isSyscallError,
  recv,
  socket,
} from '../../lib';
import * as raw from '../../lib/raw';
import * as result from '../../lib/result';
import { type Equal, same } from './equal';

const bytes = new Uint8Array(8);

/** A switch over all of a call's errnos: without one of them, `never` would not be reached and this would not compile. */
export function aSwitchIsExhaustive(): string {
  const outcome = result.getpeername(asFd(3));
  if (outcome.ok) return 'connected';
  switch (outcome.code) {
    case 'ENOTCONN':
      return 'not connected';
    case 'EBADF':
    case 'ENOTSOCK':
    case 'EFAULT':
    case 'EINVAL':
    case 'ENOBUFS':
    case 'EACCES':
    case 'EOPNOTSUPP':
      return explain(outcome);
    default:
      return nothingLeft(outcome.code);
  }
}

function nothingLeft(code: never): string {
  return code;
}

export function aSwitchWithAHoleDoesNotCompile(): string {
  const outcome = result.close(asFd(3));
  if (outcome.ok) return '';
  switch (outcome.code) {
    case 'EBADF':
      return 'bad';
    default:
      // @ts-expect-error EIO and EINTR are left
      return nothingLeft(outcome.code);
  }
}

export function codesBelongToTheirCall(): void {
  const outcome = result.recv(asFd(3), bytes);
  if (outcome.ok) return;
  // @ts-expect-error recv() gives no EADDRINUSE
  if (outcome.code === 'EADDRINUSE') return;
  const error: unknown = undefined;
  if (isSyscallError(error, 'bind')) {
    same<Equal<ErrnoOf<'bind'>, typeof error.code>>();
    if (error.code === 'EADDRINUSE') return;
    // @ts-expect-error bind() gives no EPIPE
    if (error.code === 'EPIPE') return;
  }
  if (error instanceof SyscallError && error.code === 'EPIPE') return;
}

export function anErrorOfOneCallIsAnErrorOfAny(one: SyscallError<'write'>, failed: result.Failure<'recv'>): string {
  const any: SyscallError = one;
  const failure: result.Failure<'recv' | 'send'> = failed;
  return explain(any) + explain(failure);
}

export function aValueIsThereOnlyIfAllWentWell(): void {
  const opened = result.socket(AF_INET, SOCK_STREAM);
  // @ts-expect-error it may have failed
  recv(opened.value, bytes);
  if (opened.ok) recv(opened.value, bytes);
  const listening = opened.ok ? result.listen(opened.value) : undefined;
  if (listening?.ok) result.accept(listening.value);
  // @ts-expect-error it did not listen
  if (opened.ok) result.accept(opened.value);
}

export function theRawDoorTakesAndGivesNumbers(): void {
  const count: number = raw.recv(-1, bytes);
  const fd: number = raw.socket(1, 2, 3);
  raw.accept(raw.listen(fd));
  raw.accept(fd, new raw.Sockaddr());
  // @ts-expect-error the raw door writes addresses into a Sockaddr
  raw.getsockname(fd);
  void count;
}
