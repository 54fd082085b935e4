import assert from 'node:assert/strict';
import { linesOf, run } from './run';

const OF_LINUX = process.platform === 'linux';

describe('examples/send-vs-write', () => {
  const rows = new Map<string, { sendRecv: string; writeRead: string; so: string }>();

  before(async () => {
    const [head, rule, ...lines] = linesOf(await run('send-vs-write/main.ts'));
    assert.match(head!, /^observation +\| send \/ recv +\| write \/ read$/);
    assert.match(rule!, /^-+$/);
    for (let i = 0; i + 1 < lines.length; i += 2) {
      const [what, sendRecv, writeRead] = lines[i]!.split('|').map((cell) => cell.trim());
      const so = /^ {4}so (.+)$/.exec(lines[i + 1]!)?.[1];
      assert.ok(what && sendRecv && writeRead && so, lines[i]);
      rows.set(what, { sendRecv, writeRead, so });
    }
  });

  const row = (pattern: RegExp): { sendRecv: string; writeRead: string } => {
    const found = [...rows].filter(([what]) => pattern.test(what));
    assert.equal(found.length, 1, String(pattern));
    return found[0]![1];
  };

  const sees = (pattern: RegExp, sendRecv: RegExp, writeRead: RegExp): void => {
    const seen = row(pattern);
    assert.match(seen.sendRecv, sendRecv);
    assert.match(seen.writeRead, writeRead);
  };

  it('sees the bytes booked by write and read alone, to the byte', function () {
    if (!OF_LINUX) this.skip();
    sees(/wchar .* 100 x 1000 bytes/, /^0$/, /^100000$/);
    sees(/rchar .* 100 x 1000 bytes/, /^0$/, /^100000$/);
  });

  it('sees inotify fire for write and read alone', function () {
    if (!OF_LINUX) this.skip();
    sees(/inotify .* sending/, /^none$/, /^IN_MODIFY$/);
    sees(/inotify .* receiving/, /^none$/, /^IN_ACCESS$/);
  });

  it('sees what a length of 0 does', function () {
    if (!OF_LINUX) this.skip();
    sees(/0 bytes asked, a datagram of 1/, /^0, datagram gone \(then EAGAIN\)$/, /^0, datagram kept \(then 1\)$/);
    sees(/0 bytes asked, nothing waits/, /^EAGAIN$/, /^0$/);
    sees(/0 bytes asked, unconnected TCP/, /^ENOTCONN$/, /^0$/);
    sees(/9 bytes asked, a datagram of 0/, /^0, datagram gone/, /^0, datagram gone/);
  });

  it('sees what a flag does', () => {
    sees(/MSG_PEEK/, /^"abc", then "abc"$/, /^"abc", then EAGAIN$/);
    sees(/MSG_DONTWAIT/, /^EAGAIN after/, /^EAGAIN after/);
    sees(/MSG_WAITALL/, /^"abc" after/, /^"abc" after/);
  });

  it('sees which call waited', () => {
    const milliseconds = (cell: string): number => Number(/after ([\d.]+) ms/.exec(cell)![1]);
    const dontWait = row(/MSG_DONTWAIT/);
    assert.ok(milliseconds(dontWait.writeRead) > 40);
    assert.ok(milliseconds(dontWait.sendRecv) < milliseconds(dontWait.writeRead));
    const waitAll = row(/MSG_WAITALL/);
    assert.ok(milliseconds(waitAll.sendRecv) > 40);
    assert.ok(milliseconds(waitAll.writeRead) < milliseconds(waitAll.sendRecv));
  });
});
