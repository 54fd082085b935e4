// Passes a listening socket and an open file to another process, over a pair of unix sockets.
//
// Run:  npx ts-node examples/pass-fds/parent.ts
// See:  what each of two processes does with the same socket and the same file. The parent has closed both before it
//       calls, and is answered nevertheless: the child has them. The file's position is common to both, because it is
//       one open file with two descriptors; the numbers of the descriptors are each process's own.
import { spawn } from 'node:child_process';
import { mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  AF_INET,
  AF_UNIX,
  SOCK_STREAM,
  asFd,
  bind,
  close,
  connect,
  formatAddress,
  getsockname,
  inet,
  listen,
  sendFds,
  socket,
  socketpair,
  write,
} from 'sockcall';
import { limitWaiting, recvAll } from '../stream';

const folder = mkdtempSync(join(tmpdir(), 'pass-fds-'));
const path = join(folder, 'log');
try {
  const log = asFd(openSync(path, 'w'));
  const listener = socket(AF_INET, SOCK_STREAM);
  bind(listener, inet('127.0.0.1', 0));
  listen(listener);
  const address = getsockname(listener);

  // The child begins with one descriptor of ours, which is its number 3. All others are close-on-exec.
  const [near, far] = socketpair(AF_UNIX, SOCK_STREAM);
  limitWaiting(near, 10);
  spawn(process.execPath, [...process.execArgv, join(__dirname, 'child.ts')], {
    stdio: ['ignore', 'inherit', 'inherit', far],
  });
  close(far);

  write(log, 'the parent begins\n');
  sendFds(near, [listener, log], 'answer one call');
  close(listener);
  close(log);
  console.log('parent: passed a listener and a file on, and closed both');

  const caller = socket(AF_INET, SOCK_STREAM);
  limitWaiting(caller, 10);
  connect(caller, address);
  console.log(`parent: called ${formatAddress(address)}`);
  const answer = Buffer.alloc(64);
  console.log(`parent: heard "${answer.toString('utf8', 0, recvAll(caller, answer))}"`);
  close(caller);

  // The end of this stream says that the child has finished.
  recvAll(near, Buffer.alloc(1));
  close(near);
  console.log(`parent: the file has ${JSON.stringify(readFileSync(path, 'utf8'))}`);
} finally {
  rmSync(folder, { recursive: true });
}
