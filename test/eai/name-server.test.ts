import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AF_INET, AF_INET6, EAI_AGAIN, EAI_NODATA, EAI_NONAME, IPPROTO_TCP, SOCK_STREAM, inet, inet6 } from '../../lib';
import { noNameServer } from '../helpers/name-server';
import { withoutPreload } from '../helpers/preload';
import type { Outcome } from './doors';
import type { Report } from './fixtures/name-server';

const NAMESPACES = ['--user', '--map-root-user', '--net', '--mount'];

const stream = { socktype: SOCK_STREAM, protocol: IPPROTO_TCP };
const four = (address: string): object => ({ family: AF_INET, ...stream, address: inet(address, 80) });
const six = (address: string): object => ({ family: AF_INET6, ...stream, address: inet6(address, 80) });

/** Why the fixture can't have a network and files of its own, if it can't. */
function unable(): string | undefined {
  const command = [...NAMESPACES, 'ip', 'link', 'set', 'lo', 'up'];
  const tried = spawnSync('unshare', command, { encoding: 'utf8', env: withoutPreload() });
  if (tried.status !== 0) return `no namespaces: ${tried.error?.message ?? tried.stderr.trim()}`;
  return noNameServer();
}

describe('lookups by a name server', () => {
  let report: Report;

  before(function () {
    const reason = unable();
    if (reason !== undefined) {
      this.test!.parent!.tests.forEach((test) => (test.title += ` (skipped: ${reason})`));
      return this.skip();
    }
    const folder = mkdtempSync(join(tmpdir(), 'resolve-'));
    try {
      const fixture = [process.execPath, '-r', 'ts-node/register', join(__dirname, 'fixtures', 'name-server.ts')];
      const child = spawnSync('unshare', [...NAMESPACES, ...fixture, folder], { encoding: 'utf8', timeout: 15_000 });
      assert.equal(child.status, 0, child.stderr);
      report = JSON.parse(child.stdout) as Report;
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  const each = (outcomes: readonly Outcome[] | undefined, expected: Outcome): void => {
    assert.deepEqual(outcomes, [expected, expected, expected]);
  };

  it('give all addresses of a host, as the C library sorts them, and its canonical name', () => {
    for (const { value } of report.served['both']!) {
      const [first, ...others] = value as [{ canonname: string }];
      assert.equal(first.canonname, 'both.example.test');
      const infos = [{ ...first, canonname: undefined }, ...others].map((info) => JSON.stringify(info));
      assert.deepEqual(new Set(infos), new Set([four('10.1.2.3'), six('fd00::3')].map((info) => JSON.stringify(info))));
    }
    assert.equal((report.served['twice']![0]!.value as unknown[]).length, 2);
  });

  it('give the canonical name of an alias', () => {
    each(report.served['alias'], { value: [{ ...four('10.1.2.3'), canonname: 'both.example.test' }] });
  });

  it('map IPv4 addresses if there are no others, or all of them', () => {
    each(report.served['mapped'], { value: [six('::ffff:10.1.2.4')] });
    const all = report.served['all']![0]!.value as { address: { address: string } }[];
    assert.deepEqual(new Set(all.map(({ address }) => address.address)), new Set(['fd00::3', '::ffff:10.1.2.3']));
  });

  it('tell a host without such an address from one that does not exist', () => {
    each(report.served['otherFamily'], { code: 'EAI_NODATA', errno: EAI_NODATA });
    each(report.served['nobody'], { code: 'EAI_NONAME', errno: EAI_NONAME });
  });

  it('give the name of an address, or digits, or an error if it must have a name', () => {
    each(report.served['reverse'], { value: { host: 'both.example.test', service: '80' } });
    each(report.served['reverseNobody'], { value: { host: '10.9.9.9', service: '80' } });
    each(report.served['reverseRequired'], { code: 'EAI_NONAME', errno: EAI_NONAME });
  });

  it('give EAI_AGAIN when the name server does not answer', () => {
    each(report.alone['both'], { code: 'EAI_AGAIN', errno: EAI_AGAIN });
    each(report.alone['reverseRequired'], { code: 'EAI_AGAIN', errno: EAI_AGAIN });
  });
});
