import { writeSync } from 'node:fs';

const { AF_UNIX, SOCK_STREAM, socketpair } = require('sockcall') as typeof import('../../lib');

/** Two connected AF_UNIX stream sockets: for those contenders, too, that can't make any. */
export function pair(): ReturnType<typeof socketpair> {
  return socketpair(AF_UNIX, SOCK_STREAM);
}

/** The end of such a pair at which one byte waits. */
export function endWithOneByte(): ReturnType<typeof socketpair>[1] {
  const [a, b] = pair();
  writeSync(a, 'x');
  return b;
}
