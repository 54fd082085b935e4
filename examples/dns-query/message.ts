// What a DNS message is made of (RFC 1035): a header of six 16-bit numbers, a question, and records.
import { AF_INET, AF_INET6, inet_ntop } from 'sockcall';

/** The types of records that this example knows, by their numbers. */
export const TYPES: Readonly<Record<string, number>> = { A: 1, NS: 2, CNAME: 5, PTR: 12, MX: 15, TXT: 16, AAAA: 28 };

const CLASS_INTERNET = 1;
const RECURSION_DESIRED = 0x0100;
const IS_ANSWER = 0x8000;
const TRUNCATED = 0x0200;
const HEADER_SIZE = 12;
const LONGEST_LABEL = 63;
const LONGEST_NAME = 255;

const STATUS = ['NOERROR', 'FORMERR', 'SERVFAIL', 'NXDOMAIN', 'NOTIMP', 'REFUSED'];

export interface DnsRecord {
  readonly name: string;
  readonly type: string;
  /** For how many seconds it holds. */
  readonly ttl: number;
  readonly data: string;
}

export interface Answer {
  readonly status: string;
  /** The server had more to say than a datagram holds: the question would have to be asked again over TCP. */
  readonly truncated: boolean;
  readonly records: readonly DnsRecord[];
}

/** The message that asks a server for the records of a name. */
export function question(id: number, name: string, type: number): Buffer {
  const header = Buffer.alloc(HEADER_SIZE);
  header.writeUInt16BE(id, 0);
  header.writeUInt16BE(RECURSION_DESIRED, 2);
  header.writeUInt16BE(1, 4);
  const end = Buffer.alloc(4);
  end.writeUInt16BE(type, 0);
  end.writeUInt16BE(CLASS_INTERNET, 2);
  return Buffer.concat([header, encodeName(name), end]);
}

/** A name is a chain of labels, each with its length before it; an empty one ends it. */
function encodeName(name: string): Buffer {
  const labels = name.split('.').filter((label) => label !== '');
  const parts = labels.map((label) => {
    const bytes = Buffer.from(label);
    if (bytes.length > LONGEST_LABEL) throw new RangeError(`a part of the name is too long: ${label}`);
    return Buffer.concat([Buffer.of(bytes.length), bytes]);
  });
  const encoded = Buffer.concat([...parts, Buffer.of(0)]);
  if (encoded.length > LONGEST_NAME) throw new RangeError(`the name is too long: ${name}`);
  return encoded;
}

/**
 * Whether a datagram answers the question asked: it has its id, and repeats it. Anybody can send a datagram, and one
 * may come late; the kernel only sees to it that a connected socket hears none but its peer.
 */
export function answers(datagram: Buffer, asked: Buffer): boolean {
  if (datagram.length < asked.length || datagram.readUInt16BE(0) !== asked.readUInt16BE(0)) return false;
  const isAnswer = (datagram.readUInt16BE(2) & IS_ANSWER) !== 0;
  return isAnswer && datagram.subarray(HEADER_SIZE, asked.length).equals(asked.subarray(HEADER_SIZE));
}

/** Takes an answer apart. Whatever it says, nothing is read beyond its end: Buffer throws a RangeError. */
export function readAnswer(datagram: Buffer, asked: Buffer): Answer {
  const flags = datagram.readUInt16BE(2);
  const count = datagram.readUInt16BE(6);
  const records: DnsRecord[] = [];
  let at = asked.length;
  for (let index = 0; index < count; index++) {
    const [name, next] = readName(datagram, at);
    const type = datagram.readUInt16BE(next);
    const ttl = datagram.readUInt32BE(next + 4);
    const start = next + 10;
    const size = datagram.readUInt16BE(next + 8);
    const known = Object.keys(TYPES).find((each) => TYPES[each] === type);
    records.push({ name, type: known ?? `TYPE${type}`, ttl, data: readData(datagram, known, start, size) });
    at = start + size;
  }
  const status = STATUS[flags & 0x0f] ?? `RCODE${flags & 0x0f}`;
  return { status, truncated: (flags & TRUNCATED) !== 0, records };
}

/** A name, and where the bytes after it begin. In place of its rest there may be a pointer to an earlier place. */
function readName(datagram: Buffer, start: number): [name: string, next: number] {
  const labels: string[] = [];
  let next: number | undefined;
  let at = start;
  for (;;) {
    const length = datagram.readUInt8(at);
    if (length === 0) return [`${labels.join('.')}.`, next ?? at + 1];
    if (length <= LONGEST_LABEL) {
      labels.push(datagram.toString('utf8', at + 1, at + 1 + length));
      at += 1 + length;
    } else {
      const target = datagram.readUInt16BE(at) & 0x3fff;
      next ??= at + 2;
      // Only backwards, or two pointers could send us round for ever.
      if (target >= at) throw new RangeError('a name points forward');
      at = target;
    }
  }
}

function readData(datagram: Buffer, type: string | undefined, start: number, size: number): string {
  const data = datagram.subarray(start, start + size);
  switch (type) {
    case 'A':
      return inet_ntop(AF_INET, data);
    case 'AAAA':
      return inet_ntop(AF_INET6, data);
    case 'NS':
    case 'CNAME':
    case 'PTR':
      return readName(datagram, start)[0];
    case 'MX':
      return `${data.readUInt16BE(0)} ${readName(datagram, start + 2)[0]}`;
    case 'TXT':
      return texts(data);
    default:
      return data.toString('hex');
  }
}

/** Texts, each with its length before it. */
function texts(data: Buffer): string {
  const found: string[] = [];
  for (let at = 0; at < data.length; at += 1 + data.readUInt8(at)) {
    found.push(JSON.stringify(data.toString('utf8', at + 1, at + 1 + data.readUInt8(at))));
  }
  return found.join(' ');
}
