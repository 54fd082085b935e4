import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { withoutPreload } from './preload';

/** Why no name server can be run, if it can't. */
export function noNameServer(): string | undefined {
  const { error } = spawnSync('dnsmasq', ['--version'], { env: withoutPreload() });
  return error === undefined ? undefined : 'dnsmasq is not installed';
}

/** A real name server, dnsmasq, that runs for a test: on loopback only, and it asks nobody. */
export interface NameServer {
  stop(): Promise<void>;
}

/** Starts one that knows the records, lines of dnsmasq's own kind, and nothing else; resolves when it serves. */
export async function startNameServer(port: number, records: readonly string[]): Promise<NameServer> {
  const folder = mkdtempSync(join(tmpdir(), 'name-server-'));
  const config = join(folder, 'dnsmasq.conf');
  const own = ['no-resolv', 'no-hosts', 'keep-in-foreground', 'log-facility=-', 'pid-file=', 'bind-interfaces'];
  // The user is kept, since in a namespace there may be no other.
  const user = process.getuid?.() === 0 ? ['user=root', 'group='] : [];
  const lines = [...own, ...user, 'listen-address=127.0.0.1', `port=${port}`, ...records];
  writeFileSync(config, lines.map((line) => `${line}\n`).join(''));
  const child = spawn('dnsmasq', [`--conf-file=${config}`], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: withoutPreload(),
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const stop = async (): Promise<void> => {
    child.kill();
    await ended;
    rmSync(folder, { recursive: true });
  };
  try {
    await started(child, ended);
  } catch (error) {
    await stop();
    throw error;
  }
  return { stop };
}

/** dnsmasq says that it has started when its sockets are bound. */
function started(child: ChildProcess, ended: Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    const said: string[] = [];
    createInterface(child.stderr!).on('line', (line) => {
      said.push(line);
      if (/: started,/.test(line)) resolve();
    });
    void ended.then(() => reject(new Error(`dnsmasq ended: ${said.join(' ')}`)));
  });
}
