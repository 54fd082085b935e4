// The client's side of a telephone call over TCP: it dials, and talks with send and recv.
//
// Run:  npx ts-node examples/lifecycle/client.ts PORT     the port that server.ts shows;
//       or main.ts, which starts both.
// See:  that it needs no bind: connect has the kernel choose its number, which getsockname tells.
import { AF_INET, SOCK_STREAM, close, connect, getpeername, getsockname, inet, recv, send, socket } from 'sockcall';
import { quoted, telephone } from './telephone';

const told = telephone('client');
const server = inet('127.0.0.1', Number(process.argv[2]));
const room = Buffer.alloc(100);

const phone = socket(AF_INET, SOCK_STREAM);
told('socket', ['AF_INET', 'SOCK_STREAM'], phone);

connect(phone, server);
told('connect', [phone, server], undefined);

const heard = recv(phone, room);
told('recv', [phone, room], [heard, quoted(room.subarray(0, heard))]);

const own = getsockname(phone);
told('getsockname', [phone], own);

const peer = getpeername(phone);
told('getpeername', [phone], peer);

const answer = `It is port ${own.port}.`;
const said = send(phone, answer);
told('send', [phone, JSON.stringify(answer)], said);

close(phone);
told('close', [phone], undefined);
