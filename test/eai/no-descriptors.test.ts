import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { type CallName, EAI_SYSTEM, EMFILE, errnoName } from '../../lib';
import { errnosByCall } from '../../lib/core/error/by-call';
import type { Report } from './fixtures/no-descriptors';

describe('lookups without a descriptor to spare', () => {
  let report: Report;

  before(function () {
    if (process.platform !== 'linux') return this.skip();
    const fixture = join(__dirname, 'fixtures', 'no-descriptors.ts');
    const script = 'ulimit -n 60 && exec "$0" -r ts-node/register "$1"';
    const child = spawnSync('sh', ['-c', script, process.execPath, fixture], { encoding: 'utf8' });
    assert.equal(child.status, 0, child.stderr);
    report = JSON.parse(child.stdout) as Report;
  });

  for (const call of ['getaddrinfo', 'getnameinfo'] as const) {
    it(`${call}() gives EAI_SYSTEM with the errno behind it, in every door`, () => {
      const expected = { code: 'EAI_SYSTEM', errno: EAI_SYSTEM, systemErrno: -EMFILE };
      assert.deepEqual(report[call], [expected, expected, expected]);
    });
  }

  it('fail by an errno that is in the table of the call', () => {
    for (const [call, errno] of Object.entries(report.numbers)) {
      assert.ok(errno < 0, `${call} gives ${errno}`);
      assert.ok(errnoName(errno)! in errnosByCall[call as CallName], `${call} gives ${errnoName(errno)}`);
    }
    assert.equal(report.numbers['getservbyname'], -EMFILE);
    assert.equal(report.numbers['if_nameindex'], -EMFILE);
  });
});
