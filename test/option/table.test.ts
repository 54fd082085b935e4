import assert from 'node:assert/strict';
import * as sockcall from '../../lib';
import { type Fd, SOL_SOCKET, SO_MARK, SyscallError, getsockopt, isSyscallError, setsockopt } from '../../lib';
import { errnosByCall } from '../../lib/core/error/by-call';
import type { LevelName } from '../../lib/core/option/brand';
import { codecOf, shapeOf } from '../../lib/option/lookup';
import { type OptionRow, optionRows } from '../../lib/option/rows';
import * as result from '../../lib/result';
import type { Sample, Samples } from './sample';
import { algSamples, tlsSamples } from './samples/crypto';
import { ipSamples } from './samples/ip';
import { ipv6Samples } from './samples/ipv6';
import { netlinkSamples, packetSamples } from './samples/link';
import { icmp6Samples, rawSamples } from './samples/raw';
import { socketSamples } from './samples/socket';
import { tcpSamples, udpSamples, udpliteSamples } from './samples/tcp';
import { vsockSamples } from './samples/vsock';
import { withSocket } from './sockets';

const samples: Readonly<Record<LevelName, Samples>> = {
  SOL_SOCKET: socketSamples,
  IPPROTO_TCP: tcpSamples,
  SOL_MPTCP: tcpSamples,
  IPPROTO_UDP: udpSamples,
  IPPROTO_IP: ipSamples,
  IPPROTO_IPV6: ipv6Samples,
  SOL_NETLINK: netlinkSamples,
  SOL_PACKET: packetSamples,
  IPPROTO_UDPLITE: udpliteSamples,
  IPPROTO_ICMPV6: icmp6Samples,
  SOL_RAW: rawSamples,
  AF_VSOCK: vsockSamples,
  SOL_TLS: tlsSamples,
  SOL_ALG: algSamples,
};

/** What this kernel or this user may lack: these options are skipped, and say why. */
const LACKING = ['ENOPROTOOPT', 'EAFNOSUPPORT', 'EPROTONOSUPPORT', 'ESOCKTNOSUPPORT'];
const NOT_ALLOWED = ['EPERM', 'EACCES'];

const numbers = sockcall as unknown as Readonly<Record<string, number | undefined>>;
let tried = 0;

/** Whether this process has what some options need; root in a container may lack it. */
function isPrivileged(): boolean {
  try {
    withSocket('packet', (fd) => setsockopt(fd, SOL_SOCKET, SO_MARK, 0));
    return true;
  } catch {
    return false;
  }
}

/** Tries one option; the reason, if it is to be skipped. */
function tryOption(row: OptionRow, level: number, name: number, sample: Sample): string | undefined {
  try {
    withSocket(sample.on, (fd) => {
      sample.before?.(fd);
      if (sample.set !== undefined && set(fd, level, name, sample) && row.access === 'write' && !sample.ask) return;
      if (sample.fails !== undefined && sample.got === undefined) return;
      if (row.access !== 'write' || sample.ask !== undefined) get(fd, level, name, sample);
    });
    tried++;
    return undefined;
  } catch (error) {
    if (!isSyscallError(error)) throw error;
    const codes = [...LACKING, ...(isPrivileged() ? [] : NOT_ALLOWED), ...(sample.or ?? [])];
    if (!codes.includes(error.code)) throw error;
    return `${error.syscall}() gives ${error.code}`;
  }
}

function set(fd: Fd, level: number, name: number, { set: value, fails }: Sample): boolean {
  try {
    setsockopt(fd, level, name, value as number);
  } catch (error) {
    if (!(error instanceof SyscallError) || error.code !== fails) throw error;
    return true;
  }
  assert.equal(fails, undefined, 'it was set');
  const again = result.setsockopt(fd, level, name, value as number);
  assert.ok(again.ok || Object.keys(errnosByCall.setsockopt).includes(again.code));
  return true;
}

function get(fd: Fd, level: number, name: number, sample: Sample): void {
  const { set: expected, got = expected, ask } = sample;
  const value: unknown = ask === undefined ? getsockopt(fd, level, name) : getsockopt(fd, level, name, ask);
  if (typeof got === 'function') assert.ok((got as (value: unknown) => boolean)(value), `got ${String(value)}`);
  else if (got !== undefined) assert.deepEqual(value, got);
  if (ask !== undefined) return;
  const { room } = codecOf(shapeOf(level, name)!);
  const bytes = getsockopt(fd, level, name, room);
  assert.ok(bytes instanceof Uint8Array && bytes.length <= room);
}

describe('the table of options', () => {
  it('has a sample for each, and 120 at least', () => {
    const without = optionRows.flatMap(({ name, levels, on }) =>
      on === 'BSD' ? [] : levels.filter((level) => !(name in samples[level])).map((level) => `${level} ${name}`),
    );
    assert.deepEqual(without, []);
    assert.ok(optionRows.length > 120);
  });

  for (const row of optionRows) {
    for (const level of row.levels) {
      const sample = samples[level][row.name];
      const name = numbers[row.name];
      if (sample === undefined || name === undefined) continue;
      it(`${level} ${row.name} (${row.value})`, function () {
        const skip = tryOption(row, numbers[level]!, name, sample);
        if (skip === undefined) return;
        this.test!.title += ` (skipped: ${skip})`;
        this.skip();
      });
    }
  }

  after(function () {
    if (process.platform === 'linux' && isPrivileged()) assert.ok(tried > 200, `only ${tried} options were tried`);
  });
});
