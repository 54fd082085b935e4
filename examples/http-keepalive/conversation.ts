/** How long the head of a request may be, in bytes: its first line and its headers. */
const MOST = 8192;
const END = '\r\n\r\n';

const TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
const REQUEST = new RegExp(`^(${TOKEN}) (\\S+) HTTP/1\\.([01])$`);
const FIELD = new RegExp(`^(${TOKEN}):[ \\t]*([\\t -~\\x80-\\xff]*?)[ \\t]*$`);

const REASONS = {
  200: 'OK',
  400: 'Bad Request',
  404: 'Not Found',
  405: 'Method Not Allowed',
  431: 'Request Header Fields Too Large',
} as const;

type Status = keyof typeof REASONS;

/** What one side says on a keep-alive connection of HTTP/1.1. It knows nothing of sockets: bytes come in and go out. */
export class Conversation {
  /** Whether the connection is to be closed when what take() gave is sent. */
  closing = false;
  private unread = '';

  /** Gives the answers to all requests that end in these bytes; the start of another is kept. */
  take(bytes: Buffer, length = bytes.length): Buffer {
    const text = this.unread + bytes.toString('latin1', 0, length);
    const answers: Buffer[] = [];
    let at = 0;
    for (let end; !this.closing && (end = text.indexOf(END, at)) >= 0; at = end + END.length) {
      answers.push(end - at > MOST ? this.refuse(431) : this.answer(text.slice(at, end)));
    }
    this.unread = text.slice(at);
    if (!this.closing && this.unread.length > MOST) answers.push(this.refuse(431));
    return answers.length === 1 ? answers[0]! : Buffer.concat(answers);
  }

  private answer(head: string): Buffer {
    // An empty line before a request is to be overlooked.
    const [first, ...lines] = head.replace(/^(\r\n)+/, '').split('\r\n');
    const request = REQUEST.exec(first!);
    const fields = lines.map((line) => FIELD.exec(line));
    if (request === null || fields.includes(null)) return this.refuse(400);
    const [, method, path, minor] = request;
    const values = (name: string): string[] =>
      fields.filter((field) => field![1]!.toLowerCase() === name).map((field) => field![2]!.toLowerCase());
    const hosts = values('host').length;
    if (hosts > 1 || (hosts === 0 && minor === '1')) return this.refuse(400);
    if (method !== 'GET') return this.refuse(405);
    // A body would be taken for the next request.
    if (values('transfer-encoding').length > 0 || values('content-length').some((value) => value !== '0')) {
      return this.refuse(400);
    }
    this.closing = minor === '0' || values('connection').some((value) => /(^|[, \t])close([, \t]|$)/.test(value));
    return reply(path === '/' ? 200 : 404, this.closing);
  }

  /** What comes after this can't be made sense of, or is not wanted. */
  private refuse(status: Status): Buffer {
    this.closing = true;
    return reply(status, true);
  }
}

/** By status and by whether the connection is closed; made anew in every second, whose date they have. */
const replies = new Map<string, Buffer>();
let second = 0;

function reply(status: Status, closing: boolean): Buffer {
  const now = Math.floor(Date.now() / 1000);
  if (now !== second) replies.clear();
  second = now;
  const key = `${status}${closing}`;
  let bytes = replies.get(key);
  if (bytes === undefined) replies.set(key, (bytes = Buffer.from(textOf(status, closing))));
  return bytes;
}

function textOf(status: Status, closing: boolean): string {
  const body = status === 200 ? 'Hello, world!\n' : `${REASONS[status]}\n`;
  const head = [
    `HTTP/1.1 ${status} ${REASONS[status]}`,
    `Date: ${new Date(1000 * second).toUTCString()}`,
    'Content-Type: text/plain',
    `Content-Length: ${body.length}`,
    ...(status === 405 ? ['Allow: GET'] : []),
    ...(closing ? ['Connection: close'] : []),
  ];
  return head.join('\r\n') + END + body;
}
