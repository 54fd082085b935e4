import { arch, cpus, release, type } from 'node:os';
import { spawnSync } from 'node:child_process';
import { compiler } from './build';

/** What the figures were taken on. */
export function describeMachine(): string {
  const processors = cpus();
  return [
    `${processors.length} × ${processors[0]?.model ?? 'unknown processor'} (${arch()}), ${type()} ${release()}`,
    `Node ${process.version} (V8 ${process.versions.v8}), ${firstLine(compiler)} -O2, ${firstLine('python3')}`,
  ].join('\n');
}

function firstLine(command: string): string {
  const { stdout } = spawnSync(command, ['--version'], { encoding: 'utf8' });
  return stdout?.split('\n')[0] || `no ${command}`;
}
