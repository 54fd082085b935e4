// What send and recv do that write and read do not, and the other way round, each thing seen while this program runs.
//
// Run:  npx ts-node examples/send-vs-write/main.ts
// See:  a table: what was looked at | what send or recv gave | what write or read gave; under each row what follows.
//       All on one connection, a pair of unix stream sockets, except what needs datagrams or an unconnected socket.
//
// Both kinds end up in the same socket. write and read get there by way of the file layer, which books the bytes,
// tells inotify, and answers a request for 0 bytes by itself; send and recv go straight, and can carry flags.
import { AF_UNIX, SOCK_STREAM, close, socketpair } from 'sockcall';
import { accounting } from './accounting';
import { events } from './events';
import { flags } from './flags';
import type { Observation } from './observation';
import { zeroLength } from './zero-length';

const [near, far] = socketpair(AF_UNIX, SOCK_STREAM);
const observations = [...accounting(near, far), ...events(near, far), ...zeroLength(), ...flags(near, far)];
close(near);
close(far);

print({ what: 'observation', sendRecv: 'send / recv', writeRead: 'write / read', so: '' });
for (const observation of observations) print(observation);
console.log(
  'MSG_MORE and MSG_NOSIGNAL are flags too, but do nothing here: the one is for TCP, and Node ignores SIGPIPE.',
);

function print({ what, sendRecv, writeRead, so }: Observation): void {
  console.log(`${what.padEnd(46)} | ${sendRecv.padEnd(30)} | ${writeRead}`);
  console.log(so === '' ? '-'.repeat(110) : `    so ${so}`);
}
