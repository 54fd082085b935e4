import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageVersion } from '../../lib/compare/environment';
import { openFds } from '../compare/open-fds';
import { finish, start } from './child';
import { runHere } from './terminal';

describe('sockcall', () => {
  it('shows its help and its version', async () => {
    const help = await runHere('--help');
    assert.deepEqual([help.code, help.stderr], [0, '']);
    assert.match(help.stdout, /compare/);
    assert.deepEqual(await runHere('--version'), { code: 0, stdout: `${packageVersion()}\n`, stderr: '' });
    assert.match((await runHere('compare', '--help')).stdout, /--budget[^]*--rounds[^]*--json/);
  });

  it('shows its help on standard error and fails when it is given nothing to do', async () => {
    const { code, stdout, stderr } = await runHere();
    assert.deepEqual([code, stdout], [2, '']);
    assert.match(stderr, /Usage: sockcall/);
  });

  it('refuses a command that it does not have', async () => {
    const { code, stderr } = await runHere('compar');
    assert.equal(code, 2);
    assert.match(stderr, /unknown command 'compar'[^]*compare/);
  });
});

describe('sockcall compare', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'sockcall-test-'));
  });
  after(() => rmSync(folder, { recursive: true }));

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
    [['--transports', 'tcp,udp'], /--transports.*Allowed are socketpair, unix, tcp; not "udp"/],
    [['--transports', 'tcp,tcp'], /--transports.*tcp more than once/],
    [['--transports', ''], /--transports.*Allowed are socketpair, unix, tcp/],
    [['--sizes', '0'], /--sizes.*integer from 1 to 65536/],
    [['--sizes', '65537'], /--sizes.*integer from 1 to 65536/],
    [['--sizes', '1,64,1'], /--sizes.*1 more than once/],
    [['--sizes', '1,,2'], /--sizes.*integer from 1/],
    [['--directions', 'up'], /--directions.*Allowed are send, recv; not "up"/],
    [['--seed', '-5'], /--seed.*integer from 0/],
    [['--seed', '4294967296'], /--seed.*integer from 0 to 4294967295/],
    [['--json', '/nowhere/at/all.json'], /--json.*\/nowhere\/at\/all\.json.*ENOENT/],
    [['--bugdet', '3'], /unknown option '--bugdet'[^]*--budget/],
    [['more'], /too many arguments/],
  ] as const) {
    it(`refuses ${args.join(' ') || 'nothing'}, and says why`, async () => {
      const { code, stdout, stderr } = await runHere('compare', ...args);
      assert.deepEqual([code, stdout], [2, '']);
      assert.match(stderr, said);
    });
  }

  it('measures, reports and writes its data', async () => {
    const file = join(folder, 'raw.json');
    const { code, stdout, stderr } = await finish(
      start('compare', '--rounds', '12', '--sizes', '1,64', '--seed', '7', '--json', file),
    );
    assert.equal(code, 0, stderr);
    for (const transport of ['socketpair', 'unix', 'tcp']) {
      assert.match(stdout, new RegExp(`^${transport} +send +write `, 'm'));
      assert.match(stdout, new RegExp(`^${transport} +recv +read `, 'm'));
    }
    assert.equal(stdout.match(/^(1|64) B +\d+(\.\d)? +\d+(\.\d)? +[-+]?\d/gm)?.length, 12);
    assert.equal(stdout.match(/^On [^.]*(write|send)\(\)/gm)?.length, 3);
    assert.match(stdout, /12 rounds, 432 blocks .*; seed 7\n/s);
    assert.match(stderr, /^warming up\nmeasuring: /);
    const data = JSON.parse(readFileSync(file, 'utf8')) as { schema: number; environment: object; blocks: object[] };
    assert.deepEqual([data.schema, data.blocks.length], [1, 432]);
    for (const key of ['kernel', 'cpu', 'cpus', 'node', 'sockcall', 'arch', 'date', 'loadavg']) {
      assert.ok(key in data.environment, key);
    }
    assert.deepEqual(Object.keys(data.blocks[0]!).sort(), [
      'arm',
      'calls',
      'control',
      'direction',
      'failed',
      'ns',
      'position',
      'round',
      'short',
      'size',
      'transport',
    ]);
  });

  it('gives no verdict after three rounds', async () => {
    const { code, stdout } = await runHere('compare', '--rounds', '3', '--sizes', '1,64', '--no-progress');
    assert.equal(code, 0);
    assert.match(stdout, /^On TCP loopback fewer than 10 rounds are too few/m);
    assert.doesNotMatch(stdout, / more$/m);
  });

  it('measures only what it is asked for, and says nothing meanwhile if told so', async () => {
    const { stdout, stderr } = await runHere(
      ...['compare', '--rounds', '2', '--no-progress', '--transports', 'unix', '--sizes', '10', '--directions', 'recv'],
    );
    assert.equal(stderr, '');
    assert.match(stdout, /2 rounds, 6 blocks/);
    assert.doesNotMatch(stdout, /tcp|socketpair|write/i);
  });

  it('leaves neither descriptors nor files behind', async () => {
    const { TMPDIR } = process.env;
    // Others use the system's folder at the same time.
    const own = (process.env.TMPDIR = mkdtempSync(join(folder, 'tmp-')));
    try {
      const before = openFds();
      await runHere('compare', '--rounds', '2', '--sizes', '1');
      assert.equal(openFds(), before);
      assert.deepEqual(readdirSync(own), []);
    } finally {
      if (TMPDIR === undefined) delete process.env.TMPDIR;
      else process.env.TMPDIR = TMPDIR;
    }
  });

  it('keeps what a file has until there is something to write', async () => {
    const file = join(folder, 'old.json');
    writeFileSync(file, 'old');
    assert.equal((await runHere('compare', '--json', file, '--budget', 'no')).code, 2);
    assert.equal(readFileSync(file, 'utf8'), 'old');
    assert.equal((await runHere('compare', '--json', file, '--rounds', '1', '--sizes', '1')).code, 0);
    assert.equal((JSON.parse(readFileSync(file, 'utf8')) as { rounds: number }).rounds, 1);
  });

  it('reports, then fails, if the data can no longer be written', async function () {
    if (process.platform !== 'linux') this.skip();
    const { code, stdout, stderr } = await runHere('compare', '--rounds', '1', '--sizes', '1', '--json', '/dev/full');
    assert.equal(code, 1);
    assert.match(stdout, /On TCP loopback/);
    assert.match(stderr, /^error: can't write \/dev\/full: ENOSPC/m);
  });

  it('reports what it has when it is interrupted', async () => {
    const file = join(folder, 'cut.json');
    const child = start('compare', '--budget', '3600', '--sizes', '1', '--json', file);
    child.stderr.on('data', (chunk: Buffer) => {
      if (chunk.toString().includes('rounds done')) child.kill('SIGINT');
    });
    const { code, stdout, stderr } = await finish(child);
    assert.equal(code, 130, stderr);
    assert.match(stdout, /CUT SHORT/);
    assert.match(stdout, /^On TCP loopback/m);
    const data = JSON.parse(readFileSync(file, 'utf8')) as { end: string; blocks: unknown[] };
    assert.equal(data.end, 'interrupted');
    assert.ok(data.blocks.length > 0);
  });

  it('exits with 2 as a process too', async () => {
    const { code, stderr } = await finish(start('compare', '--budget', '0'));
    assert.equal(code, 2);
    assert.match(stderr, /--budget/);
  });

  it('is not upset by a reader that leaves', async () => {
    const child = start('compare', '--rounds', '1', '--sizes', '1');
    child.stdout.destroy();
    const { code, stderr } = await finish(child);
    assert.equal(code, 0, stderr);
  });
});

describe('requiring the package', () => {
  it('loads nothing of the command line', () => {
    const script = "require('./lib'); console.log(Object.keys(require.cache).join())";
    const loaded = execFileSync(process.execPath, ['-r', 'ts-node/register/transpile-only', '-e', script], {
      cwd: join(__dirname, '..', '..'),
      encoding: 'utf8',
    });
    assert.match(loaded, /lib\/core\/native/);
    assert.doesNotMatch(loaded, /commander|simple-statistics|pure-rand|cli-table3|cli-progress|lib\/(cli|compare)/);
  });
});
