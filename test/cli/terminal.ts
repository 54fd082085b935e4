import { EventEmitter } from 'node:events';
import { Writable } from 'node:stream';
import { runProgram } from '../../lib/cli/program';
import type { Terminal } from '../../lib/cli/terminal';

/** What a command wrote, and its exit code. */
export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

class Collected extends Writable {
  text = '';

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

/** Runs a command line inside this process. */
export async function runHere(...args: string[]): Promise<Outcome> {
  const [stdout, stderr] = [new Collected(), new Collected()];
  const terminal: Terminal = Object.assign(new EventEmitter(), { stdout, stderr, env: {} });
  const code = await runProgram(args, terminal);
  return { code, stdout: stdout.text, stderr: stderr.text };
}
