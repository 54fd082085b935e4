// Asks a name server over UDP, with nothing between the program and the datagrams: it builds the question and takes
// the answer apart itself (message.ts).
//
// Run:  npx ts-node examples/dns-query/query.ts NAME [TYPE [SERVER [PORT]]]     A, the machine's server, 53 if absent
// See:  what the server answered, one record a line. The socket is connected although UDP has no connections: so the
//       kernel drops what others send to it, and tells by ECONNREFUSED that nobody is at that port. What it can't tell
//       is that a datagram was lost: recv gives EAGAIN when SO_RCVTIMEO has run out, and the question is asked again.
import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import {
  AI_NUMERICHOST,
  type ActiveSocket,
  SOCK_DGRAM,
  close,
  connect,
  formatAddress,
  getaddrinfo,
  isSyscallError,
  recv,
  send,
  socket,
} from 'sockcall';
import { limitWaiting } from '../stream';
import { TYPES, answers, question, readAnswer } from './message';

const ATTEMPTS = 3;
const SECONDS_EACH = 1;
/** Servers cut longer answers, unless they are told that more is welcome (EDNS). */
const LONGEST_ANSWER = 512;

const [name, type = 'A', server = usualServer(), port = '53'] = process.argv.slice(2);
const number = TYPES[type.toUpperCase()];
if (name === undefined || number === undefined) {
  throw new Error(`a name and a type are wanted: ${Object.keys(TYPES).join(', ')}`);
}

const [info] = getaddrinfo(server, port, { socktype: SOCK_DGRAM, flags: AI_NUMERICHOST });
const fd = socket(info!.family, info!.socktype, info!.protocol);
try {
  limitWaiting(fd, SECONDS_EACH);
  connect(fd, info!.address);
  // An id that can't be guessed, so that nobody can answer without having seen the question.
  const asked = question(randomInt(0x10000), name, number);
  const { status, truncated, records } = readAnswer(ask(fd, asked), asked);
  console.log(`${status}, ${records.length} records from ${formatAddress(info!.address)}`);
  for (const record of records) console.log([record.name, record.ttl, record.type, record.data].join('  '));
  if (truncated) console.log('and more, which does not fit into a datagram');
  process.exitCode = status === 'NOERROR' ? 0 : 1;
} finally {
  close(fd);
}

/** Sends the question, and again if no answer comes in time. */
function ask(fd: ActiveSocket, asked: Buffer): Buffer {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    send(fd, asked);
    const answer = answerTo(fd, asked);
    if (answer !== undefined) return answer;
  }
  throw new Error(`no answer in ${ATTEMPTS * SECONDS_EACH} seconds`);
}

/** The answer to this question; other datagrams are passed over. Nothing if none comes in time. */
function answerTo(fd: ActiveSocket, asked: Buffer): Buffer | undefined {
  const deadline = Date.now() + SECONDS_EACH * 1000;
  const room = Buffer.alloc(LONGEST_ANSWER);
  try {
    while (Date.now() < deadline) {
      const datagram = room.subarray(0, recv(fd, room));
      if (answers(datagram, asked)) return datagram;
    }
  } catch (error) {
    if (!isSyscallError(error, 'recv') || error.code !== 'EAGAIN') throw error;
  }
  return undefined;
}

function usualServer(): string {
  const found = /^nameserver\s+(\S+)/m.exec(readFileSync('/etc/resolv.conf', 'utf8'));
  if (found === null) throw new Error('/etc/resolv.conf names no server');
  return found[1]!;
}
