import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { arch, availableParallelism, release } from 'node:os';
import { join } from 'node:path';
import { type Environment, lookAround, packageVersion, warnings } from '../../../lib/compare/environment';
import { cpusIn } from '../../../lib/compare/environment/present';
import { skipFor } from '../../helpers/namespace';
import { withoutPreload } from '../../helpers/preload';

const ROOT = join(__dirname, '..', '..', '..');
const DEADLINE_MS = 60_000;
const LOOK = "process.stdout.write(JSON.stringify(require('./lib/compare/environment').lookAround()))";

/** The environment of a process that is started in some other way than this one. */
function seenBy(env: NodeJS.ProcessEnv, program: string, ...args: string[]): Environment {
  const { stdout, stderr, status } = spawnSync(program, args, {
    cwd: ROOT,
    encoding: 'utf8',
    timeout: DEADLINE_MS,
    env: { ...withoutPreload(), ...env },
  });
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout) as Environment;
}

const node = [process.execPath, '-r', 'ts-node/register', '-e', LOOK] as const;

/** Why a program can't start another here; nothing if it can. */
function unable(program: string, ...args: string[]): string | undefined {
  const { error, status, stderr } = spawnSync(program, args, { encoding: 'utf8', env: withoutPreload() });
  if (error !== undefined) return `there is no ${program}`;
  return status === 0 ? undefined : `${program} may not (${stderr.trim()})`;
}

describe('lookAround', function () {
  this.timeout(DEADLINE_MS);

  it('says of this machine what other sources say', () => {
    const environment = lookAround();
    assert.ok(environment.kernel.endsWith(` ${release()}`));
    assert.equal(environment.arch, arch());
    assert.equal(environment.node, process.versions.node);
    assert.equal(environment.v8, process.versions.v8);
    assert.equal(environment.sockcall, packageVersion());
    if (environment.process.affinity !== undefined) {
      assert.equal(cpusIn(environment.process.affinity).length, availableParallelism());
    }
    assert.ok(environment.memory.available > 0 && environment.memory.available <= environment.memory.total);
    assert.ok(environment.busy === undefined || environment.busy.cpus >= environment.busy.steal);
  });

  it('gives plain data, without holes and without the id of the machine', () => {
    const environment = lookAround();
    const text = JSON.stringify(environment);
    assert.deepEqual(JSON.parse(text), environment);
    if (existsSync('/etc/machine-id')) {
      const id = readFileSync('/etc/machine-id', 'utf8').trim();
      assert.ok(id === '' || !text.includes(id));
    }
    assert.equal(lookAround().machine, environment.machine);
  });

  it('sees a strace that is attached', function () {
    const why = unable('strace', '-o', '/dev/null', 'true');
    if (why !== undefined) return skipFor(this, why);
    const environment = seenBy({}, 'strace', '-f', '-o', '/dev/null', ...node);
    assert.equal(environment.process.tracer?.name, 'strace');
    assert.match(warnings(environment)[0]!.what, /^strace \(pid \d+\) traces this process/);
  });

  it('sees the processor that it is kept on', function () {
    const last = availableParallelism() - 1;
    const cpu = String(cpusIn(lookAround().process.affinity ?? `0-${last}`).at(-1));
    const why = unable('taskset', '-c', cpu, 'true');
    if (why !== undefined) return skipFor(this, why);
    const environment = seenBy({}, 'taskset', '-c', cpu, ...node);
    assert.equal(environment.process.affinity, cpu);
    assert.ok(warnings(environment).some(({ what }) => /one processor/.test(what)));
  });

  it('sees what instruments it', () => {
    const [program, ...args] = node;
    const environment = seenBy({ NODE_OPTIONS: '--inspect=127.0.0.1:0' }, program, ...args);
    assert.deepEqual(environment.process.instruments, ['--inspect']);
  });

  it('sees another process at work', function () {
    const child = spawn('sh', ['-c', 'while :; do :; done'], { stdio: 'ignore', env: withoutPreload() });
    try {
      let environment = lookAround();
      if (environment.busy === undefined) return skipFor(this, 'there is no /proc/stat');
      // On a machine that has more to do than that, it is not at once among the busiest.
      const found = (): string | undefined => environment.busy!.processes.find(({ pid }) => pid === child.pid)?.name;
      const end = performance.now() + DEADLINE_MS / 2;
      while (found() === undefined && performance.now() < end) environment = lookAround();
      assert.equal(found(), 'sh');
      assert.ok(warnings(environment).some(({ what }) => what.startsWith('Others keep')));
    } finally {
      child.kill('SIGKILL');
    }
  });
});
