// A blocking echo client over TCP: sends its arguments and prints what comes back.
//
// Run:  npx ts-node examples/tcp-echo/client.ts PORT text …     the port that server.ts shows
// See:  the text, come back. shutdown ends this side only: what is still on its way back arrives, then 0, the end.
import { AF_INET, SHUT_WR, SOCK_STREAM, close, connect, inet, recv, shutdown, socket } from 'sockcall';
import { limitWaiting, throughEcho } from '../stream';

const [port, ...words] = process.argv.slice(2);
const text = Buffer.from(words.join(' '));

const fd = socket(AF_INET, SOCK_STREAM);
limitWaiting(fd, 10);
connect(fd, inet('127.0.0.1', Number(port)));

process.stdout.write(throughEcho(fd, text));
console.log();

shutdown(fd, SHUT_WR);
if (recv(fd, Buffer.alloc(1)) !== 0) throw new Error('more came back than was sent');
close(fd);
