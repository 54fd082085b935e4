import assert from 'node:assert/strict';
import { type Socket, createSocket } from 'node:dgram';
import { once } from 'node:events';
import { question } from '../../examples/dns-query/message';
import { AF_INET, SOCK_DGRAM, bind, close, getsockname, inet, socket } from '../../lib';
import { type NameServer, noNameServer, startNameServer } from '../helpers/name-server';
import { type Outcome, linesOf, run } from './run';

const QUERY = 'dns-query/query.ts';
const RECORDS = [
  'local=/test/',
  'host-record=both.example.test,10.1.2.3,fd00::3,60',
  'cname=alias.example.test,both.example.test,60',
  'txt-record=text.example.test,"two texts","wörd"',
  'mx-host=mail.example.test,both.example.test,10',
  'ptr-record=3.2.1.10.in-addr.arpa,both.example.test',
];

/** A port of loopback that was free a moment ago. */
function freePort(): number {
  const fd = socket(AF_INET, SOCK_DGRAM);
  try {
    bind(fd, inet('127.0.0.1', 0));
    return getsockname(fd).port;
  } finally {
    close(fd);
  }
}

describe('examples/dns-query asks a real name server', () => {
  let port = 0;
  let server: NameServer | undefined;

  before(async function () {
    const reason = noNameServer();
    if (reason !== undefined) {
      this.test!.parent!.tests.forEach((test) => (test.title += ` (skipped: ${reason})`));
      return this.skip();
    }
    // A moment is enough for another program to take the port, so a few are tried.
    for (let left = 5; server === undefined; left--) {
      port = freePort();
      server = await startNameServer(port, RECORDS).catch((error: unknown) => {
        if (left > 0) return undefined;
        throw error;
      });
    }
  });
  after(() => server?.stop());

  const query = (name: string, type: string): Promise<Outcome> => run(QUERY, name, type, '127.0.0.1', String(port));

  for (const [name, type, ...records] of [
    ['both.example.test', 'A', 'both.example.test.  60  A  10.1.2.3'],
    ['both.example.test', 'AAAA', 'both.example.test.  60  AAAA  fd00::3'],
    [
      'alias.example.test',
      'A',
      'alias.example.test.  60  CNAME  both.example.test.',
      'both.example.test.  60  A  10.1.2.3',
    ],
    ['text.example.test', 'TXT', 'text.example.test.  0  TXT  "two texts" "wörd"'],
    ['mail.example.test', 'MX', 'mail.example.test.  0  MX  10 both.example.test.'],
    ['3.2.1.10.in-addr.arpa', 'PTR', '3.2.1.10.in-addr.arpa.  0  PTR  both.example.test.'],
    ['text.example.test', 'A'],
  ] as const) {
    it(`for ${type} of ${name}`, async () => {
      const lines = linesOf(await query(name, type));
      assert.deepEqual(lines, [`NOERROR, ${records.length} records from 127.0.0.1:${port}`, ...records]);
    });
  }

  it('and says that a name does not exist', async () => {
    const { code, lines } = await query('nobody.example.test', 'A');
    assert.deepEqual([code, lines], [1, [`NXDOMAIN, 0 records from 127.0.0.1:${port}`]]);
  });
});

describe('examples/dns-query', () => {
  /** Asks a server that does as it is told; gives also how often it was asked. */
  async function asking(
    reply: (asked: Buffer, times: number) => Buffer[],
  ): Promise<{ outcome: Outcome; times: number }> {
    const server: Socket = createSocket('udp4');
    server.bind(0, '127.0.0.1');
    await once(server, 'listening');
    let times = 0;
    server.on('message', (asked, { port, address }) => {
      for (const datagram of reply(asked, ++times)) server.send(datagram, port, address);
    });
    try {
      return { outcome: await run(QUERY, 'x.test', 'A', '127.0.0.1', String(server.address().port)), times };
    } finally {
      server.close();
    }
  }

  /** The answer that there is one address, 10.0.0.n. */
  function answerTo(asked: Buffer, n: number, id = asked.readUInt16BE(0)): Buffer {
    const header = Buffer.from(asked.subarray(0, 12));
    header.writeUInt16BE(id, 0);
    header.writeUInt16BE(0x8180, 2);
    header.writeUInt16BE(1, 6);
    const record = Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 5, 0, 4, 10, 0, 0, n]);
    return Buffer.concat([header, asked.subarray(12), record]);
  }

  const ADDRESS = /^x\.test\. {2}5 {2}A {2}(.*)$/;
  const addressOf = (outcome: Outcome): string | undefined => ADDRESS.exec(linesOf(outcome)[1] ?? '')?.[1];

  it('passes over answers with another id, to another question, too short, or that are questions', async () => {
    const { outcome, times } = await asking((asked) => [
      answerTo(asked, 1, asked.readUInt16BE(0) ^ 1),
      answerTo(question(asked.readUInt16BE(0), 'y.test', 1), 2),
      Buffer.of(1, 2, 3),
      asked,
      answerTo(asked, 9),
    ]);
    assert.equal(addressOf(outcome), '10.0.0.9');
    assert.equal(times, 1);
  });

  it('asks again when no answer comes', async () => {
    const { outcome, times } = await asking((asked, time) => (time < 2 ? [] : [answerTo(asked, 7)]));
    assert.equal(addressOf(outcome), '10.0.0.7');
    assert.equal(times, 2);
  });

  it('gives up in the end', async () => {
    const { outcome, times } = await asking(() => []);
    assert.equal(outcome.code, 1);
    assert.match(outcome.errors, /no answer in 3 seconds/);
    assert.equal(times, 3);
  });

  it('is not led round in circles, nor beyond the end, by names that point', async () => {
    const pointing = (target: number): ((asked: Buffer) => Buffer[]) => {
      return (asked) => {
        const datagram = answerTo(asked, 1);
        datagram.writeUInt16BE(0xc000 | target, asked.length);
        return [datagram];
      };
    };
    const self = 12 + 8 + 4;
    const { outcome } = await asking(pointing(self));
    assert.match(outcome.errors, /a name points forward/);
    const cut = await asking((asked) => [answerTo(asked, 1).subarray(0, -2)]);
    assert.match(cut.outcome.errors, /RangeError|out of range/);
  });

  it('is told that nobody is there', async () => {
    const outcome = await run(QUERY, 'x.test', 'A', '127.0.0.1', String(freePort()));
    assert.equal(outcome.code, 1);
    assert.match(outcome.errors, /recv ECONNREFUSED/);
  });
});
