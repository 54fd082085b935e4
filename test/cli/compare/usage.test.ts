import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getAffinity, hasAffinity } from '../../../lib/compare/calls/affinity';
import { finish, start } from '../child';
import { runHere } from '../terminal';

describe('sockcall compare, asked for wrongly', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'sockcall-usage-'));
  });
  after(() => rmSync(folder, { recursive: true }));

  const refuses = (args: readonly string[], said: RegExp): void => {
    it(`refuses ${args.join(' ') || 'nothing'}, and says why`, async () => {
      const { code, stdout, stderr } = await runHere('compare', ...args);
      assert.match(stderr, said);
      assert.deepEqual([code, stdout], [2, '']);
      assert.doesNotMatch(stderr, / {4}at /);
    });
  };

  for (const [args, said] of [
    [['--budget', '0'], /'--budget <seconds>' argument '0' is invalid. It must be a number of seconds from/],
    [['--budget', '-1'], /--budget.*-1.*seconds from/],
    [['--budget', 'NaN'], /--budget.*NaN.*seconds from/],
    [['--budget', '1e999'], /--budget.*1e999.*seconds from/],
    [['--budget', ''], /--budget.*seconds from/],
    [['--budget'], /--budget.*argument missing/],
    [['--rounds', '0'], /--rounds.*integer from 1/],
    [['--rounds', '2.5'], /--rounds.*integer from 1/],
    [['--rounds', '0x10'], /--rounds.*integer from 1/],
    [['--processes', '0'], /--processes.*integer from 1 to 1000/],
    [['--width', '0'], /--width.*number from/],
    [['--modes', 'pingpong'], /--modes.*Allowed are call, eagain, ping-pong, .*; not "pingpong"/],
    [['--transports', 'tcp,sctp'], /--transports.*Allowed are .*; not "sctp"/],
    [['--transports', 'tcp,tcp'], /--transports.*tcp more than once/],
    [['--transports', ''], /--transports.*Allowed are /],
    [['--sizes', '0'], /--sizes.*integer from 1 to 67108864/],
    [['--sizes', '1,64,1'], /--sizes.*1 more than once/],
    [['--sizes', '1,,2'], /--sizes.*integer from 1/],
    [['--sizes', '1000000', '--transports', 'udp'], /sizes.* on udp/],
    [['--sizes', '67108864', '--transports', 'socketpair'], /--sizes.*67108864 bytes on socketpair does not fit/],
    [['--modes', 'eagain', '--transports', 'udp', '--directions', 'send'], /nothing to measure.*eagain.*udp/],
    [['--directions', 'up'], /--directions.*Allowed are send, recv; not "up"/],
    [['--directions', 'send', '--arms', 'recv,read'], /arms.*two or more of direction 'send'/],
    [['--blocking', 'maybe'], /--blocking.*yes or no; not "maybe"/],
    [['--arms', 'send,wirte'], /--arms.*no arm "wirte". Allowed are send, write, .*readv/],
    [['--arms', 'send'], /option '--arms'.*two or more/],
    [['--arms-file', '/nowhere/arms.ts'], /--arms-file.*can't load \/nowhere\/arms\.ts: [^\n]*\n$/],
    [['--cpus', '0,1,2'], /--cpus.*more than two/],
    [['--cpus', 'first'], /--cpus.*integer from 0/],
    [['--peer', 'friend'], /--peer.*thread, process/],
    [['--clock', 'sun'], /--clock.*auto, tsc, clock_gettime/],
    [['--sndbuf', '-1'], /--sndbuf.*integer from 0/],
    [['--rate', '0'], /--rate.*number from 0.1/],
    [['--modes', 'fixed-rate', '--rate', '1', '--budget', '2'], /--rate.*one round takes \d+ s, more than the budget/],
    [['--seed', '-5'], /--seed.*integer from 0/],
    [['--seed', '4294967296'], /--seed.*integer from 0 to 4294967295/],
    [['--json', '/nowhere/at/all.json'], /--json.*\/nowhere\/at\/all\.json.*ENOENT/],
    [['--csv', '/nowhere/at/all.csv'], /--csv.*\/nowhere\/at\/all\.csv.*ENOENT/],
    [['--markdown', '/'], /--markdown.*EISDIR/],
    [['--html', '/nowhere/at/all.html'], /--html.*ENOENT/],
    [['--load', '/nowhere/at/all.json'], /--load.*can't read \/nowhere\/at\/all\.json: ENOENT/],
    [['--load', 'a.json', '--budget', '3'], /--load.*cannot be used with.*--budget/],
    [['--load', 'a.json', '--transports', 'tcp'], /--load.*cannot be used with.*--transports/],
    [['--load', 'a.json', '--no-nodelay'], /--load.*cannot be used with.*--no-nodelay/],
    [['--experiment', 'a.ts', '--arms-file', 'b.ts'], /--experiment.*cannot be used with.*--arms-file/],
    [['--experiment', 'a.ts', '--cpus', '0'], /--experiment.*cannot be used with.*--cpus/],
    [['--experiment', '/nowhere/mine.ts'], /--experiment.*can't load \/nowhere\/mine\.ts/],
    [['--experiment', '/nowhere/mine.ts#mine'], /--experiment.*can't load \/nowhere\/mine\.ts/],
    [['--options', '{}'], /--options.*needs '--experiment/],
    [['--options', '{'], /--options.*must be JSON/],
    [['--bugdet', '3'], /unknown option '--bugdet'[^]*--budget/],
    [['more'], /too many arguments/],
  ] as const) {
    refuses(args, said);
  }

  it('refuses a processor that it may not run on', async function () {
    if (!hasAffinity) this.skip();
    const own = getAffinity();
    const { code, stderr } = await runHere('compare', '--cpus', `${own[0]},8191`);
    assert.match(stderr, new RegExp(`--cpus.*may run on ${own.join(', ')}, not on 8191`));
    assert.equal(code, 2);
  });

  for (const [name, text, said] of [
    ['syntax.ts', 'export const arms = [', /--arms-file.*can't load .*syntax\.ts: /],
    [
      'taken.ts',
      'export default [{ name: "send", direction: "send", steps: [{ call: "send" }] }];',
      /--arms-file.*taken\.ts has an arm send, which there is already/,
    ],
    ['none.ts', 'export const legs = [];', /--arms-file.*none\.ts exports no arms/],
    ['throws.ts', "throw new Error('not today');", /--arms-file.*can't load .*throws\.ts: not today/],
    ['wrong.ts', 'export const arms = [{ name: "x", direction: "up", steps: [] }];', /wrong\.ts: .*arm 'x'.*direction/],
    [
      'twice.ts',
      'const a = { name: "x", direction: "send", steps: [{ call: "send" }] }; export default [a, a];',
      /twice/,
    ],
    [
      'call.ts',
      'export const arms = [{ name: "x", direction: "send", steps: [{ call: "sned" }] }];',
      /call\.ts: .*steps\[0\]\.call.*must be one of send, /,
    ],
  ] as const) {
    it(`refuses arms in ${name}, and says why`, async () => {
      const file = join(folder, name);
      writeFileSync(file, text);
      const { code, stderr } = await runHere('compare', '--arms-file', file);
      assert.match(stderr, said);
      assert.equal(code, 2);
    });
  }

  it('refuses arms that never come, and says why', async () => {
    const file = join(folder, 'never.mts');
    writeFileSync(file, 'await new Promise(() => {}); export const arms = [];');
    const { code, stdout, stderr } = await finish(start('compare', '--arms-file', file));
    assert.deepEqual([code, stdout], [2, '']);
    assert.equal(stderr, 'error: a module that was loaded waits for something that never comes\n');
  });

  it('refuses one file for two outputs, by whatever name, and leaves none behind', async () => {
    const [json, link] = [join(folder, 'one.json'), join(folder, 'link')];
    symlinkSync(json, link);
    const { code, stderr } = await runHere('compare', '--json', json, '--csv', link);
    assert.match(stderr, /options '--json <file>' and '--csv <file>' have the same file: .*link/);
    assert.deepEqual([code, existsSync(json)], [2, false]);
    assert.equal((await runHere('compare', '--json', json, '--html', '/nowhere/a')).code, 2);
    assert.equal(existsSync(json), false);
    assert.equal((await runHere('compare', '--json', json, '--cpus', '8191')).code, 2);
    assert.equal(existsSync(json), false);
  });

  for (const [name, text, said] of [
    ['nothing.ts', 'export const seven = 7;', /--experiment.*nothing\.ts has no experiment/],
    [
      'two.ts',
      'export const a = () => 1; export const b = () => 2;',
      /two\.ts has several: take one of a, b after a #/,
    ],
    ['number.ts', 'export const a = () => 1;', /--experiment.*a\(\) of .*number\.ts makes is no experiment/],
    ['throws.ts', "export const a = () => { throw new Error('no such option'); };", /--experiment.*no such option/],
  ] as const) {
    it(`refuses an experiment in ${name}, and says why`, async () => {
      const file = join(folder, `experiment-${name}`);
      writeFileSync(file, text);
      const { code, stderr } = await runHere('compare', '--experiment', file);
      assert.match(stderr, said);
      assert.equal(code, 2);
    });
  }
});
