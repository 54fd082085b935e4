// A prefork server: several processes, each with a listening socket of its own on the same port (SO_REUSEPORT). The
// kernel deals the connections out to them by a hash of both ends' addresses; no process wakes in vain, and none has to
// hand anything on. This is the parent, which plays the clients, too.
//
// Run:  npx ts-node examples/prefork/main.ts [workers [connections]]     4 workers and 400 connections if absent
// See:  how many connections each worker took: about the same number, and never quite the same.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import {
  AF_INET,
  SOCK_STREAM,
  SOL_SOCKET,
  SO_REUSEPORT,
  bind,
  close,
  connect,
  getsockname,
  inet,
  setsockopt,
  socket,
} from 'sockcall';
import { limitWaiting, recvAll } from '../stream';

const workers = Number(process.argv[2] ?? 4);
const connections = Number(process.argv[3] ?? 400);

// It holds the port and gets no connections, because it does not listen.
const reserved = socket(AF_INET, SOCK_STREAM);
setsockopt(reserved, SOL_SOCKET, SO_REUSEPORT, 1);
bind(reserved, inet('127.0.0.1', 0));
const { port } = getsockname(reserved);

interface Worker {
  readonly child: ChildProcess;
  /** Its next line. */
  readonly line: () => Promise<string>;
}

function start(number: number): Worker {
  const args = [...process.execArgv, join(__dirname, 'worker.ts'), String(number), String(port)];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const line = async (): Promise<string> => {
    const next = await lines.next();
    if (next.done === true) throw new Error(`worker ${number} ended early`);
    return next.value;
  };
  return { child, line };
}

/** One client: connects, and is told which worker has it. */
function ask(): number {
  const fd = socket(AF_INET, SOCK_STREAM);
  limitWaiting(fd, 10);
  connect(fd, inet('127.0.0.1', port));
  const answer = Buffer.alloc(16);
  const length = recvAll(fd, answer);
  close(fd);
  return Number(answer.toString('utf8', 0, length));
}

async function main(): Promise<void> {
  const all = Array.from({ length: workers }, (_, index) => start(index + 1));
  for (const { line } of all) await line();
  console.log(`port ${port}, ${workers} workers, ${connections} connections`);

  const answered = new Array<number>(workers).fill(0);
  for (let client = 0; client < connections; client++) answered[ask() - 1]! += 1;

  for (const [index, { child, line }] of all.entries()) {
    const exit = once(child, 'exit');
    child.stdin?.end();
    console.log(`worker ${index + 1}, process ${child.pid}: took ${await line()}, answered ${answered[index]}`);
    await exit;
  }
  close(reserved);
}

void main();
