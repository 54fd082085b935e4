import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ERRNO_NAMES, errnoNumber } from 'sockcall';
import type { Answers } from './fixtures/inject';
import { needStrace, trace } from './strace';

/** A call that strace lets fail, and the errno by which it does. */
interface Fault {
  readonly call: string;
  readonly code: string;
}

/** What came of it: the doors' answers, and the lines that strace wrote. */
interface Injected {
  readonly answers: Answers;
  readonly lines: readonly string[];
}

/** The calls that Node makes none of by itself, so that every one in the trace is the program's own. */
const CALLS = [
  ...['socket', 'socketpair', 'bind', 'listen', 'accept4', 'connect', 'send', 'recv', 'shutdown'],
  ...['getsockname', 'getpeername', 'getsockopt', 'setsockopt', 'inotify_init1', 'inotify_add_watch'],
  ...['sendmsg', 'recvmsg'],
];

/** Those that Node makes all the time: they fail on one file only. */
const FILE_CALLS = ['read', 'write', 'fcntl', 'close'];
const FILE_CODES = ['EINTR', 'EIO', 'ENOSPC', 'EDQUOT'];

/** The names under which the kernel knows a call. */
const KERNEL: Readonly<Record<string, string>> = { send: 'sendto', recv: 'recvfrom' };
const kernel = (call: string): string => KERNEL[call] ?? call;

async function inject(faults: readonly Fault[], file?: string): Promise<Injected[]> {
  const options = faults.flatMap(({ call, code }) => ['-e', `inject=${kernel(call)}:error=${code}`]);
  const traced = [
    '-e',
    `trace=${faults.map(({ call }) => kernel(call)).join(',')}`,
    ...(file === undefined ? [] : ['-P', file]),
  ];
  const args = [faults.map(({ call }) => call).join(','), ...(file === undefined ? [] : [file])];
  const { threads, stdout } = await trace(join(__dirname, 'fixtures', 'inject.ts'), args, [...traced, ...options]);
  const lines = threads.flat().filter(({ printed }) => printed.endsWith('(INJECTED)'));
  return (JSON.parse(stdout) as Answers[]).map((answers) => {
    const own = lines.filter(({ call }) => call === kernel(answers.call));
    return { answers, lines: own.map(({ result }) => result) };
  });
}

function check({ call, code }: Fault, { answers, lines }: Injected): void {
  // strace knows the names by itself: this is what ours are held against.
  assert.deepEqual(lines, Array(3).fill(`-1 ${code}`), 'strace let each door fail once');
  const errno = answers.raw as number;
  assert.ok(errno < 0);
  assert.equal(-errno, errnoNumber(code as (typeof ERRNO_NAMES)[number]));
  const { message, ...thrown } = answers.thrown as { message: string };
  assert.deepEqual(thrown, { code, errno, syscall: call });
  assert.ok(message.startsWith(`${call} ${code}`));
  const { ok, ...failed } = answers.failed as { ok: boolean; code: string; errno: number; syscall: string };
  assert.equal(ok, false);
  assert.deepEqual({ code: failed.code, errno: failed.errno, syscall: failed.syscall }, thrown);
}

describe('errnos injected by strace', () => {
  const codes = ERRNO_NAMES.filter((name) => errnoNumber(name) !== undefined);
  // Every errno once, the calls taking turns.
  const faults = codes.map((code, i): Fault => ({ call: CALLS[i % CALLS.length]!, code }));
  const injected = new Map<string, Injected>();

  before(needStrace);
  before(async function () {
    this.timeout(60_000);
    const rounds = Array.from({ length: Math.ceil(faults.length / CALLS.length) }, (_, i) => i * CALLS.length);
    const worker = async (): Promise<void> => {
      for (let start = rounds.shift(); start !== undefined; start = rounds.shift()) {
        const round = faults.slice(start, start + CALLS.length);
        (await inject(round)).forEach((it, i) => injected.set(round[i]!.code, it));
      }
    };
    await Promise.all([worker(), worker()]);
  });

  for (const fault of faults) {
    it(`${fault.code} by ${fault.call}: the same in every door`, () => check(fault, injected.get(fault.code)!));
  }

  it('reach read, write, fcntl and close too', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'inject-'));
    try {
      const file = join(folder, 'file');
      writeFileSync(file, 'some text');
      for (let shift = 0; shift < FILE_CODES.length; shift++) {
        const round = FILE_CALLS.map((call, i) => ({ call, code: FILE_CODES[(i + shift) % FILE_CODES.length]! }));
        (await inject(round, file)).forEach((it, i) => check(round[i]!, it));
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
