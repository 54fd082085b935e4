import { existsSync, readFileSync } from 'node:fs';
import { type ActiveSocket, read, recv, send, write } from 'sockcall';
import { type Observation, unseen } from './observation';

/** The I/O counters of this thread alone, so that what Node's other threads move is not mixed in. */
const COUNTERS = '/proc/thread-self/io';
const TIMES = 100;
const SIZE = 1000;
const block = Buffer.alloc(SIZE);

/** What the kernel books as I/O of the process: write and read are counted, send and recv are not. */
export function accounting(near: ActiveSocket, far: ActiveSocket): Observation[] {
  if (!existsSync(COUNTERS)) return [unseen('wchar and rchar', `there is no ${COUNTERS}`)];
  // Each pair mixes the two kinds, so that what a counter gains has one cause only.
  const writeRecv = booked(() => write(near, block) === recv(far, block));
  const sendRead = booked(() => send(near, block) === read(far, block));
  return [
    {
      what: `wchar gained by sending ${TIMES} x ${SIZE} bytes`,
      sendRecv: String(sendRead.wchar),
      writeRead: String(writeRecv.wchar),
      so: 'what goes out by send is missing in /proc/PID/io, and in whatever reckons with it',
    },
    {
      what: `rchar gained by receiving ${TIMES} x ${SIZE} bytes`,
      sendRecv: String(writeRecv.rchar),
      writeRead: String(sendRead.rchar),
      so: 'the same for what comes in by recv',
    },
  ];
}

/** What the counters gain while blocks are moved one at a time, so that the socket's buffer always has room. */
function booked(move: () => boolean): { rchar: number; wchar: number } {
  const before = counters();
  for (let i = 0; i < TIMES; i++) if (!move()) throw new Error('a block was moved in part only');
  const after = counters();
  // Reading the counters is a read too, which the first reading has not yet in it, and the second has.
  return { rchar: after.rchar - before.rchar - before.size, wchar: after.wchar - before.wchar };
}

function counters(): { rchar: number; wchar: number; size: number } {
  const bytes = readFileSync(COUNTERS);
  const [, rchar, wchar] = /rchar: (\d+)\nwchar: (\d+)/.exec(bytes.toString())!;
  return { rchar: Number(rchar), wchar: Number(wchar), size: bytes.length };
}
