// The other process of pass-fds: started by parent.ts, with one end of a pair of unix sockets as its descriptor 3.
import { type PassiveSocket, type SocketFd, accept, asFd, close, recvFds, send, write } from 'sockcall';
import { limitWaiting } from '../stream';

const parent = asFd<SocketFd<'unix', 'stream'>>(3);
limitWaiting(parent, 10);

const task = Buffer.alloc(64);
const { length, fds } = recvFds(parent, 2, task);
const [first, log] = fds;
if (first === undefined || log === undefined) throw new Error('the descriptors did not arrive');
console.log(`child: got ${fds.length} descriptors, and the task: ${task.toString('utf8', 0, length)}`);

// What a descriptor is of does not travel with it; both sides have to know.
const listener = asFd<SocketFd<'inet', 'stream'> & PassiveSocket>(first);
limitWaiting(listener, 10);
const { fd } = accept(listener);
send(fd, 'hello from the child');
close(fd);
close(listener);

write(log, 'the child goes on\n');
close(log);
close(parent);
