import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { AF_UNIX, type Fd, POLLHUP, POLLIN, SOCK_DGRAM, close, pipe2, poll, sendmsg, socket } from '../../lib';
import { notifyAddress } from '../../examples/sd-notify/address';
import { type Running, linesOf, run, start } from './run';
import { withoutPreload } from '../helpers/preload';

const uid = process.getuid?.();

/** Runs the client as a service of a manager, whose socket it finds in its environment. */
async function notify(manager: string | undefined, ...state: string[]): Promise<readonly string[]> {
  const before = process.env['NOTIFY_SOCKET'];
  if (manager === undefined) delete process.env['NOTIFY_SOCKET'];
  else process.env['NOTIFY_SOCKET'] = manager;
  try {
    return linesOf(await run('sd-notify/notify.ts', ...state));
  } finally {
    if (before === undefined) delete process.env['NOTIFY_SOCKET'];
    else process.env['NOTIFY_SOCKET'] = before;
  }
}

async function manager(...args: string[]): Promise<{ running: Running; name: string }> {
  const running = start('sd-notify/manager.ts', ...args);
  const [, name] = await running.line(/^NOTIFY_SOCKET=(.+)$/);
  return { running, name: name! };
}

function send(name: string, text: string, fds: readonly Fd[] = []): void {
  const fd = socket(AF_UNIX, SOCK_DGRAM);
  try {
    const control = fds.length === 0 ? [] : [{ name: 'SCM_RIGHTS', fds } as const];
    sendmsg(fd, { buffers: Buffer.from(text), address: notifyAddress(name), control });
  } finally {
    close(fd);
  }
}

describe('examples/sd-notify', () => {
  before(function () {
    if (process.platform !== 'linux') this.skip();
  });

  for (const [where, ...args] of [['by a path'], ['by an abstract name', `@sd-notify-${process.pid}`]] as const) {
    it(`tells the manager ${where} how the service is, and who it is`, async () => {
      const { running, name } = await manager(...args);
      assert.deepEqual(await notify(name, 'READY=1', 'STATUS=Zwölf Gäste'), []);
      const [, pid] = await running.line(/^pid (\d+) uid \d+: READY=1, STATUS=Zwölf Gäste$/);
      assert.notEqual(Number(pid), process.pid);
      send(name, 'WATCHDOG=1');
      await running.line(new RegExp(`^pid ${process.pid} uid ${uid}: WATCHDOG=1$`));
      await notify(name, 'STOPPING=1');
      assert.equal(linesOf(await running.outcome).length, 4);
      assert.equal(existsSync(name), false);
    });
  }

  it('shows what is too long as such, and closes descriptors that it is given', async () => {
    const { running, name } = await manager();
    send(name, `STATUS=${'x'.repeat(5000)}`);
    await running.line(/: more than there is room for$/);
    const [end, passed] = pipe2(0);
    send(name, 'BARRIER=1', [passed]);
    close(passed);
    await running.line(/: BARRIER=1$/);
    assert.deepEqual(
      poll([{ fd: end, events: POLLIN }], 5000).map(({ revents }) => revents),
      [POLLHUP],
    );
    close(end);
    send(name, 'STOPPING=1');
    linesOf(await running.outcome);
  });

  it('is content without a manager', async () => {
    assert.deepEqual(await notify(undefined, 'READY=1'), ['nobody to tell: NOTIFY_SOCKET is not set']);
  });

  it('is understood by systemd’s own client', async function () {
    if (spawnSync('systemd-notify', ['--version'], { env: withoutPreload() }).error !== undefined) {
      this.test!.title += ' (skipped: there is no systemd-notify)';
      return this.skip();
    }
    for (const args of [[], [`@sd-notify-real-${process.pid}`]]) {
      const { running, name } = await manager(...args);
      const env = { ...withoutPreload(), NOTIFY_SOCKET: name };
      const client = spawn('systemd-notify', ['--ready', '--status=all is well'], { env, stdio: 'inherit' });
      const [code] = (await once(client, 'exit')) as [number];
      assert.equal(code, 0, 'it waited for its barrier, and that was closed');
      await running.line(/: READY=1, STATUS=all is well$/);
      await running.line(/: BARRIER=1$/);
      send(name, 'STOPPING=1');
      linesOf(await running.outcome);
    }
  });
});
