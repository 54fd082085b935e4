import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { packageVersion } from '../../lib/compare/environment';
import { runHere } from './terminal';

describe('sockcall', () => {
  it('shows its help and its version', async () => {
    const help = await runHere('--help');
    assert.deepEqual([help.code, help.stderr], [0, '']);
    assert.match(help.stdout, /compare/);
    assert.deepEqual(await runHere('--version'), { code: 0, stdout: `${packageVersion()}\n`, stderr: '' });
    const options = (await runHere('compare', '--help')).stdout;
    assert.match(options, /What is measured:[^]*--modes[^]*How sockets are set:[^]*--cpus[^]*--budget[^]*--json/);
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

describe('requiring the package', () => {
  it('loads nothing of the command line', () => {
    const script = "require('./lib'); console.log(Object.keys(require.cache).join())";
    const loaded = execFileSync(process.execPath, ['-r', 'ts-node/register/transpile-only', '-e', script], {
      cwd: join(__dirname, '..', '..'),
      encoding: 'utf8',
    });
    assert.match(loaded, /lib\/core\/native/);
    assert.doesNotMatch(
      loaded,
      /commander|simple-statistics|pure-rand|cli-table3|cli-progress|jiti|lib\/(cli|compare)/,
    );
  });
});
