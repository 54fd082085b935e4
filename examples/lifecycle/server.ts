// The server's side of a telephone call over TCP: it waits to be called, and talks with read and write.
//
// Run:  npx ts-node examples/lifecycle/server.ts [port]     and in another terminal client.ts with the port it shows;
//       or main.ts, which starts both. Ctrl-C ends a server that nobody calls.
// See:  how bind and listen make the socket a passive one, on which nothing is ever said; accept gives a second
//       socket for the talk. The last read is 0: the client has hung up.
import { AF_INET, SOCK_STREAM, accept, bind, close, getsockname, inet, listen, read, socket, write } from 'sockcall';
import { quoted, telephone } from './telephone';

const told = telephone('server');
const wanted = inet('127.0.0.1', Number(process.argv[2] ?? 0));
const room = Buffer.alloc(100);

const phone = socket(AF_INET, SOCK_STREAM);
told('socket', ['AF_INET', 'SOCK_STREAM'], phone);

bind(phone, wanted);
told('bind', [phone, wanted], undefined);

const number = getsockname(phone);
told('getsockname', [phone], number);

listen(phone, 1);
told('listen', [phone, 1], undefined);

const call = accept(phone);
told('accept', [phone], [call.fd, 'from', call.address]);

const greeting = 'Hello, who is calling?';
const said = write(call.fd, greeting);
told('write', [call.fd, JSON.stringify(greeting)], said);

let heard: number;
do {
  heard = read(call.fd, room);
  const what = heard === 0 ? 'the other side has hung up' : undefined;
  told('read', [call.fd, room], heard === 0 ? 0 : [heard, quoted(room.subarray(0, heard))], what);
} while (heard > 0);

close(call.fd);
told('close', [call.fd], undefined);

close(phone);
told('close', [phone], undefined, 'the telephone itself is taken away');
