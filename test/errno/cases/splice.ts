import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { type Fd, SOCK_NONBLOCK, SPLICE_F_NONBLOCK, asFd } from '../../../lib';
import { pipePair } from '../../helpers/pipe';
import { NO_FD, directory, file, stream, streamPair } from '../arrange';
import type { Defer, ErrnoCase } from '../case';
import { full, orphan } from './transfer';

function opened(defer: Defer, flags: string): Fd {
  const fd = openSync(join(directory(defer), 'file'), flags);
  defer(() => closeSync(fd));
  return asFd(fd);
}

function pipe(defer: Defer): [read: Fd, write: Fd] {
  const pair = pipePair();
  defer(() => pair.close());
  return [pair.read, pair.write];
}

/** An error of sendfile, by where it goes to, where it comes from, and the offset. */
const sendfileCases: readonly (Omit<ErrnoCase, 'call' | 'arrange'> & {
  arrange(defer: Defer): readonly [to: Fd, from: Fd, offset: number | null];
})[] = [
  { when: 'the target is bad', code: 'EBADF', arrange: (defer) => [NO_FD, file(defer), null] },
  { when: 'the source is bad', code: 'EBADF', arrange: (defer) => [streamPair(defer)[0], NO_FD, null] },
  { when: 'the target is for reading', code: 'EBADF', arrange: (defer) => [file(defer), file(defer), null] },
  { when: 'the target is in append mode', code: 'EINVAL', arrange: (defer) => [opened(defer, 'a'), file(defer), 0] },
  {
    when: 'the source is a socket',
    code: 'EINVAL',
    arrange: (defer) => [streamPair(defer)[0], streamPair(defer)[0], null],
  },
  { when: 'the offset is negative', code: 'EINVAL', arrange: (defer) => [streamPair(defer)[0], file(defer), -1] },
  { when: 'the source is a pipe', code: 'ESPIPE', arrange: (defer) => [streamPair(defer)[0], pipe(defer)[0], 0] },
  { when: 'the peer has gone', code: 'EPIPE', arrange: (defer) => [orphan(defer), file(defer), 0] },
  { when: 'TCP is not connected', code: 'EPIPE', arrange: (defer) => [stream(defer), file(defer), 0] },
  { when: 'there is no room', code: 'EAGAIN', arrange: (defer) => [full(defer), file(defer), 0] },
];

/** An error of splice, by its first four arguments. */
const spliceOnly: readonly (Omit<ErrnoCase, 'call' | 'arrange'> & {
  arrange(defer: Defer): readonly [from: Fd, offIn: number | null, to: Fd, offOut: number | null, flags?: number];
})[] = [
  { when: 'the source is bad', code: 'EBADF', arrange: (defer) => [NO_FD, null, pipe(defer)[1], null] },
  { when: 'the target is bad', code: 'EBADF', arrange: (defer) => [pipe(defer)[0], null, NO_FD, null] },
  { when: 'the ends are exchanged', code: 'EBADF', arrange: (defer) => [pipe(defer)[1], null, pipe(defer)[0], null] },
  {
    when: 'neither is a pipe',
    code: 'EINVAL',
    arrange: (defer) => [file(defer), null, streamPair(defer)[0], null],
  },
  {
    when: 'both are the same pipe',
    code: 'EINVAL',
    arrange(defer) {
      const [read, write] = pipe(defer);
      return [read, null, write, null];
    },
  },
  {
    when: 'a flag is unknown',
    code: 'EINVAL',
    arrange: (defer) => [file(defer), null, pipe(defer)[1], null, 0x10000],
  },
  { when: 'a pipe has an offset', code: 'ESPIPE', arrange: (defer) => [file(defer), 0, pipe(defer)[1], 0] },
  {
    when: 'a socket has an offset',
    code: 'EINVAL',
    arrange: (defer) => [streamPair(defer)[0], 0, pipe(defer)[1], null],
  },
  {
    when: 'the pipe is empty',
    code: 'EAGAIN',
    arrange: (defer) => [pipe(defer)[0], null, streamPair(defer)[0], null, SPLICE_F_NONBLOCK],
  },
  {
    when: 'the socket has nothing',
    code: 'EAGAIN',
    arrange: (defer) => [streamPair(defer, SOCK_NONBLOCK)[0], null, pipe(defer)[1], null],
  },
  {
    when: 'nobody has the reading end of the pipe',
    code: 'EPIPE',
    arrange(defer) {
      const pair = pipePair();
      defer(() => pair.close());
      pair.closeRead();
      return [file(defer), null, pair.write, null];
    },
  },
  {
    when: 'the socket is not connected',
    code: 'ENOTCONN',
    arrange: (defer) => [stream(defer), null, pipe(defer)[1], null],
  },
];

export const spliceCases: readonly ErrnoCase[] = [
  ...sendfileCases.map((each): ErrnoCase => ({
    ...each,
    call: 'sendfile',
    arrange: (defer) => [...each.arrange(defer), 16],
  })),
  ...spliceOnly.map((each): ErrnoCase => ({
    ...each,
    call: 'splice',
    arrange(defer) {
      const [from, offIn, to, offOut, flags = 0] = each.arrange(defer);
      return [from, offIn, to, offOut, 16, flags];
    },
  })),
];
