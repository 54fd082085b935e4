import fc from 'fast-check';
import { junkAddress, junkFd, junkNumber } from '../arbitrary';
import { type Shapes, anything, sockaddr } from './shape';

/** fcntl is tried on descriptors that are not open. */
export const foundation: Shapes = {
  socket: [junkNumber, junkNumber, junkNumber],
  socketpair: [
    junkNumber,
    junkNumber,
    junkNumber,
    fc.oneof(
      anything,
      fc.constant(0).map(() => new Int32Array(2)),
    ),
  ],
  bind: [junkFd, junkAddress],
  connect: [junkFd, junkAddress],
  accept: [junkFd, sockaddr],
  accept4: [junkFd, junkNumber, sockaddr],
  send: [junkFd, anything, junkNumber, junkNumber, junkNumber],
  recv: [junkFd, anything, junkNumber, junkNumber, junkNumber],
  read: [junkFd, anything, junkNumber, junkNumber],
  write: [junkFd, anything, junkNumber, junkNumber],
  getsockname: [junkFd, sockaddr],
  getpeername: [junkFd, sockaddr],
  getsockopt: [junkFd, junkNumber, junkNumber, anything],
  setsockopt: [junkFd, junkNumber, junkNumber, anything],
  inotify_init1: [junkNumber],
  inotify_add_watch: [junkFd, anything, junkNumber],
};
