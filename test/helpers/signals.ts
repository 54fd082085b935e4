import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { withoutPreload } from './preload';
import { runs } from './processes';

/** A signal every ten milliseconds, for a time that no test has. */
const SIGNALS = 'for each in $(seq 1000); do kill -USR2 $PPID; sleep 0.01; done';

/** Calls a function while handled signals come to this thread all the time. They have to outlast it. */
export async function amidSignals(use: () => void): Promise<void> {
  const signalled = once(process, 'SIGUSR2');
  const ignore = (): void => {};
  process.on('SIGUSR2', ignore);
  const child = spawn('sh', ['-c', SIGNALS], { stdio: 'ignore', env: withoutPreload() });
  const closed = once(child, 'close');
  try {
    await signalled;
    use();
    assert.ok(runs(child.pid!), 'it lasted until there were no signals any more');
  } finally {
    child.kill('SIGKILL');
    await closed;
    process.off('SIGUSR2', ignore);
  }
}
