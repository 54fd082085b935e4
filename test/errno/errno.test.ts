import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { cases } from './cases';
import { doors } from './doors';
import { notForThisUser, runCase, title } from './run';
import { noMoreSignals } from './signals';
import { skipFor } from '../helpers/namespace';
import { NOBODY, unreadable } from '../helpers/user';

describe('errno of each call', () => {
  after(noMoreSignals);

  for (const door of doors) {
    describe(`in the ${door.name} door`, () => {
      for (const errnoCase of cases) {
        const notForUs = notForThisUser(errnoCase);
        it(`${title(errnoCase)}${notForUs === undefined ? '' : ` (${notForUs})`}`, function () {
          if (notForUs !== undefined) return this.skip();
          const verdict = runCase(errnoCase, door);
          if (verdict !== undefined && 'wrong' in verdict) assert.fail(verdict.wrong);
          if (verdict !== undefined) {
            this.test!.title += ` (skipped: ${verdict.skip})`;
            this.skip();
          }
        });
      }
    });
  }

  it('is the same for an ordinary user, and EACCES and EPERM where only root may', function () {
    if (process.getuid?.() !== 0) {
      this.test!.title += ' (skipped: these tests do not run as root, so all of the above was an ordinary user)';
      return this.skip();
    }
    const why = unreadable();
    if (why !== undefined) return skipFor(this, why);
    const args = ['-r', 'ts-node/register', join(__dirname, 'as-user.ts')];
    const env = { ...process.env, HOME: '/tmp', ASAN_OPTIONS: 'detect_leaks=0' };
    const child = spawnSync(process.execPath, args, {
      uid: NOBODY,
      gid: NOBODY,
      env,
      encoding: 'utf8',
      cwd: join(__dirname, '../..'),
    });
    const { uid, ran, wrong } = JSON.parse(child.stdout || `{"wrong":[${JSON.stringify(child.stderr)}]}`) as {
      uid: number;
      ran: number;
      wrong: string[];
    };
    assert.deepEqual(wrong, []);
    assert.equal(uid, NOBODY);
    assert.ok(ran > 3 * 60);
  });
});
