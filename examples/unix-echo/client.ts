// A blocking echo client over a unix socket: the same as tcp-echo/client.ts, but for the address.
//
// Run:  npx ts-node examples/unix-echo/client.ts PATH text …     the path that server.ts shows
// See:  the text, come back. shutdown ends this side only: what is still on its way back arrives, then 0, the end.
import { AF_UNIX, SHUT_WR, SOCK_STREAM, close, connect, recv, shutdown, socket, unix } from 'sockcall';
import { limitWaiting, throughEcho } from '../stream';

const [path, ...words] = process.argv.slice(2);
if (path === undefined) throw new Error('the path of the server is missing');
const text = Buffer.from(words.join(' '));

const fd = socket(AF_UNIX, SOCK_STREAM);
limitWaiting(fd, 10);
connect(fd, unix(path));

process.stdout.write(throughEcho(fd, text));
console.log();

shutdown(fd, SHUT_WR);
if (recv(fd, Buffer.alloc(1)) !== 0) throw new Error('more came back than was sent');
close(fd);
