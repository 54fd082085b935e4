import assert from 'node:assert/strict';
import { join } from 'node:path';
import { HAS_DUP2 } from './fixtures/duplicate';
import { type Line, between } from './line';
import { needStrace, trace } from './strace';

/** As the kernel names them: send is sendto, recv is recvfrom. */
const CALLS = [
  ...['socket', 'socketpair', 'bind', 'listen', 'accept4', 'connect', 'shutdown', 'close', 'fcntl'],
  ...['sendto', 'recvfrom', 'read', 'write', 'getsockname', 'getpeername', 'getsockopt', 'setsockopt'],
  ...['readv', 'writev', 'sendfile', 'splice', 'sendmmsg', 'recvmmsg'],
  ...['inotify_init1', 'inotify_add_watch'],
  ...['sendmsg', 'recvmsg'],
  ...['poll', 'pselect6', 'epoll_create1', 'epoll_ctl', 'epoll_wait', 'pipe2', 'eventfd2'],
  ...['inotify_init1', 'inotify_add_watch', 'ioctl', 'dup3', ...(HAS_DUP2 ? ['dup2'] : [])],
];

interface Report {
  readonly expected: Readonly<Record<string, string[]>>;
  readonly complaints: readonly string[];
}

describe('strace of every call', () => {
  let threads: readonly Line[][];
  let report: Report;

  before(needStrace);
  before(async () => {
    const traced = await trace(join(__dirname, 'fixtures', 'every-call.ts'));
    threads = traced.threads;
    report = JSON.parse(traced.stdout) as Report;
  });

  const seen = (part: string): string[] => {
    const found = threads.flatMap((lines) => between(lines, `begin-${part}`, `end-${part}`) ?? []);
    return found.map(({ text }) => text);
  };

  for (const door of ['throwing', 'raw', 'result']) {
    it(`of the ${door} door shows one system call for each, with the arguments given`, () => {
      const expected = report.expected[door]!;
      const calls = [...CALLS, ...(door === 'raw' ? ['accept', 'dup'] : [])];
      assert.deepEqual(new Set(expected.map((line) => line.split('(')[0])), new Set(calls));
      assert.deepEqual(seen(door), expected);
    });
  }

  it('shows no system call for a misuse', () => {
    assert.deepEqual(report.complaints, []);
    assert.deepEqual(seen('misuse'), []);
  });

  it('shows what is between two marks at all', () => {
    const marks = threads.flatMap((lines) => lines.filter(({ args }) => /"\/(begin|end)-\w+"/.test(args)));
    assert.equal(marks.length, 8);
  });
});
