import assert from 'node:assert/strict';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  AF_UNIX,
  IN_CLOEXEC,
  IN_CREATE,
  IN_MODIFY,
  MSG_DONTWAIT,
  POLLIN,
  SOCK_DGRAM,
  bind,
  close,
  inotify_add_watch,
  inotify_init1,
  poll,
  read,
  recv,
  socket,
  unix,
} from '../../lib';
import { modern, traditional } from '../../examples/syslog/message';
import { type Outcome, linesOf, run } from './run';
import { withoutPreload } from '../helpers/preload';

const log = (path: string, ...args: string[]): Promise<Outcome> => run('syslog/log.ts', '-s', path, ...args);

describe('examples/syslog', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'syslog-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** What arrives at a log of the test's own. */
  async function logged(...args: string[]): Promise<string> {
    const path = join(folder, 'log');
    const fd = socket(AF_UNIX, SOCK_DGRAM);
    try {
      bind(fd, unix(path));
      assert.deepEqual(linesOf(await log(path, ...args)), []);
      const room = Buffer.alloc(1000);
      const text = room.toString('utf8', 0, recv(fd, room, MSG_DONTWAIT));
      assert.throws(() => recv(fd, room, MSG_DONTWAIT), { code: 'EAGAIN' });
      return text;
    } finally {
      close(fd);
      rmSync(path);
    }
  }

  it('sends one datagram: priority, local time, tag and pid, text', async () => {
    assert.match(
      await logged('hello', 'wörld'),
      /^<13>[A-Z][a-z]{2} [ 1-3]\d \d\d:\d\d:\d\d sockcall\[\d+\]: hello wörld$/,
    );
    assert.match(await logged('-p', 'auth.crit', '-t', 'app', 'x'), /^<34>.{15} app\[\d+\]: x$/);
  });

  it('sends the newer form if it is asked to', async () => {
    const text = await logged('-5', '-p', 'local0.debug', '-t', 'app', 'hello', 'wörld');
    const [, time, host] = /^<135>1 (\S+) (\S+) app \d+ - - hello wörld$/.exec(text) ?? assert.fail(text);
    assert.equal(host, hostname());
    assert.equal(new Date(time!).toISOString(), time);
  });

  it('has the forms of the two RFCs', () => {
    const time = new Date(2026, 0, 5, 7, 8, 9);
    const entry = { facility: 20, severity: 5, tag: 'myproc', pid: 10, time, host: 'mymachine', text: 'It works' };
    assert.equal(traditional(entry), '<165>Jan  5 07:08:09 myproc[10]: It works');
    assert.equal(modern(entry), `<165>1 ${time.toISOString()} mymachine myproc 10 - - It works`);
  });

  it('says that no daemon is there', async () => {
    const { code, errors } = await log(join(folder, 'nobody'), 'x');
    assert.equal(code, 1);
    assert.match(errors, /connect ENOENT \/.*nobody/);
  });

  it('is understood by rsyslogd', async function () {
    if (spawnSync('rsyslogd', ['-v'], { env: withoutPreload() }).error !== undefined) {
      this.test!.title += ' (skipped: there is no rsyslogd)';
      return this.skip();
    }
    const path = join(folder, 'log');
    const file = join(folder, 'out');
    const daemon = rsyslogd(path, file);
    const ended = new Promise<void>((resolve) => daemon.once('close', () => resolve()));
    try {
      until(() => existsSync(path));
      linesOf(await log(path, '-t', 'old', 'hello', 'wörld'));
      linesOf(await log(path, '-5', '-t', 'new', '-p', 'daemon.err', 'hello again'));
      const written = (): string => (existsSync(file) ? readFileSync(file, 'utf8') : '');
      until(() => written().split('\n').length > 2);
      assert.match(written(), /^user\.notice\|old\|\d+\|0\| ?hello wörld\ndaemon\.err\|new\|\d+\|1\|hello again\n$/);
    } finally {
      daemon.kill();
      await ended;
    }
  });

  /** A real daemon that listens to this test alone, and writes what it made of each message to a file. */
  function rsyslogd(path: string, file: string): ChildProcess {
    const config = join(folder, 'rsyslog.conf');
    const parts = ['%pri-text%', '%app-name%', '%procid%', '%protocol-version%', '%msg%\\n'];
    const lines = [
      'module(load="imuxsock" SysSock.Use="off")',
      // Its special parser for unix sockets knows the older form only.
      `input(type="imuxsock" Socket="${path}" UseSpecialParser="off")`,
      `template(name="parts" type="string" string="${parts.join('|')}")`,
      `action(type="omfile" file="${file}" template="parts")`,
    ];
    writeFileSync(config, lines.map((line) => `${line}\n`).join(''));
    return spawn('rsyslogd', ['-n', '-f', config, '-i', join(folder, 'pid')], {
      stdio: 'ignore',
      env: withoutPreload(),
    });
  }

  /** Waits until something has come true of the files in the folder; it is looked at whenever one of them changes. */
  function until(isTrue: () => boolean): void {
    const fd = inotify_init1(IN_CLOEXEC);
    try {
      inotify_add_watch(fd, folder, IN_CREATE | IN_MODIFY);
      while (!isTrue()) {
        assert.notDeepEqual(poll([{ fd, events: POLLIN }], 10_000), [], 'nothing happens in the folder of rsyslogd');
        read(fd, Buffer.alloc(4096));
      }
    } finally {
      close(fd);
    }
  }
});
