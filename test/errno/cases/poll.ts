import { readFileSync } from 'node:fs';
import { AF_UNIX, type Fd, POLLIN, SOCK_STREAM, close, socketpair } from '../../../lib';
import { streamPair } from '../arrange';
import type { ErrnoCase } from '../case';

/** Where a limit is higher than this, exceeding it takes too long. */
const LIMIT_MAX = 100_000;

/** A descriptor more than the process may have. */
function tooMany(): readonly unknown[] | { skip: string } {
  let limit: number;
  try {
    limit = Number(/^Max open files +(\d+)/m.exec(readFileSync('/proc/self/limits', 'utf8'))![1]);
  } catch {
    return { skip: 'there is no /proc' };
  }
  if (!(limit <= LIMIT_MAX)) return { skip: `a process may have ${limit} descriptors` };
  return [Array.from({ length: limit + 1 }, () => ({ fd: -1, events: POLLIN })), 0];
}

/** The number of a descriptor that was open a moment ago: Linux takes no notice of one beyond its table, which grows. */
function closed(): Fd {
  const [a, b] = socketpair(AF_UNIX, SOCK_STREAM);
  close(a);
  close(b);
  return a;
}

const AT_ONCE = { seconds: 0, microseconds: 0 };

export const pollCases: readonly ErrnoCase[] = [
  { call: 'poll', when: 'there are more descriptors than may be open', code: 'EINVAL', arrange: tooMany },
  { call: 'select', when: 'one to read is not open', code: 'EBADF', arrange: () => [[closed()], [], [], AT_ONCE] },
  {
    call: 'select',
    when: 'one of several is not open',
    code: 'EBADF',
    arrange: (defer) => [streamPair(defer), [], [closed()], AT_ONCE],
  },
  {
    call: 'select',
    when: 'the seconds are negative',
    code: 'EINVAL',
    arrange: () => [[], [], [], { seconds: -1, microseconds: 0 }],
  },
  {
    call: 'select',
    when: 'the microseconds are negative',
    code: 'EINVAL',
    arrange: () => [[], [], [], { seconds: 0, microseconds: -1 }],
  },
];
