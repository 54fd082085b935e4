// The life of a TCP connection, call by call: a client and a server in two processes, told as one telephone call.
//
// Run:  npx ts-node examples/lifecycle/main.ts
// See:  one line for each system call, in the order in which things happened: when (milliseconds), who, the call with
//       its arguments, what it returned, and what it would be on the telephone. The server opens passively (listen and
//       accept), the client actively (connect). The server talks with read and write, the client with send and recv.
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const DEADLINE_MS = 15_000;
const children: ChildProcess[] = [];
const lines: string[] = [];

const server = start('server.ts');
let port: string | undefined;
onLine(server, (line) => {
  port ??= / getsockname\(.*:(\d+) /.exec(line)?.[1];
  if (line.includes(' listen(') && port !== undefined) onLine(start('client.ts', port), () => {});
});

process.once('SIGTERM', () => process.exit(1));
process.once('exit', () => {
  for (const child of children) child.kill();
});
process.once('beforeExit', tell);

/** Starts one side as this program was started itself, under ts-node. */
function start(file: string, ...args: string[]): ChildProcess {
  const child = spawn(process.execPath, [...process.execArgv, join(__dirname, file), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: DEADLINE_MS,
  });
  children.push(child);
  // If one side fails, the other waits in vain: leaving ends it.
  child.once('exit', (code) => {
    if (code !== 0) process.exit(1);
  });
  return child;
}

function onLine(child: ChildProcess, see: (line: string) => void): void {
  createInterface(child.stdout!).on('line', (line) => {
    lines.push(line);
    see(line);
  });
}

/** Prints the lines of both in the order of their times, counted from the first. */
function tell(): void {
  lines.sort((a, b) => parseFloat(a) - parseFloat(b));
  const zero = parseFloat(lines[0]!);
  console.log(`${'ms'.padStart(8)}  who     ${'call'.padEnd(39)}   ${'result'.padEnd(38)} on the telephone`);
  for (const line of lines) {
    const [, time, rest] = /^(\S+)(.*)/.exec(line)!;
    console.log((Number(time) - zero).toFixed(3).padStart(8) + rest!);
  }
}
