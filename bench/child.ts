import { spawnSync } from 'node:child_process';

/** Runs a program to its end, with nothing else going on here meanwhile, and gives what it printed. */
export function output(command: string, args: readonly string[]): string {
  const { error, status, signal, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (error) throw error;
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${signal ?? `status ${status}`}\n${stderr}`);
  return stdout;
}

/** Whether a program can be started. */
export function isThere(command: string): boolean {
  return spawnSync(command, ['--version'], { stdio: 'ignore' }).status === 0;
}
