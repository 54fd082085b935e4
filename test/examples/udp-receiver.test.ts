import assert from 'node:assert/strict';
import { networkInterfaces } from 'node:os';
import { AF_INET, AF_INET6, SOCK_DGRAM, close, inet, inet6, sendto, socket } from '../../lib';
import { type Running, linesOf, run, start } from './run';

const STAMPS_WITHIN_MS = 5000;
const six = Object.values(networkInterfaces()).some((all) => all?.some(({ address }) => address === '::1'));

/** Without IPv6 the example's second socket cannot be made. */
const lacking = six ? '' : ' (skipped: there is no ::1 here)';

describe(`examples/udp-receiver${lacking}`, () => {
  let receiver: Running;
  let ports: [four: number, six: number];

  before(async function () {
    if (!six) this.skip();
    receiver = start('udp-receiver/receiver.ts');
    const [, four, other] = await receiver.line(/^listening on 0\.0\.0\.0:(\d+) and \[::\]:(\d+)$/);
    ports = [Number(four), Number(other)];
  });

  function send(address: string, text: string): void {
    const [family, to] = address.includes(':')
      ? ([AF_INET6, inet6(address, ports[1])] as const)
      : ([AF_INET, inet(address, ports[0])] as const);
    const fd = socket(family, SOCK_DGRAM);
    sendto(fd, text, 0, to);
    close(fd);
  }

  for (const { address, from, hops } of [
    { address: '127.0.0.1', from: '127\\.0\\.0\\.1', hops: 'ttl 64' },
    { address: '127.0.0.2', from: '127\\.0\\.0\\.1', hops: 'ttl 64' },
    { address: '::1', from: '\\[::1\\]', hops: 'hop limit 64' },
  ]) {
    it(`tells that a datagram was sent to ${address}, with its hops`, async () => {
      send(address, `héllo ${address}`);
      const [line] = await receiver.line(new RegExp(`^.*: héllo ${address}$`));
      assert.match(line, new RegExp(`^${from}:\\d+ to ${address} on lo, ${hops}, `));
    });
  }

  it('tells when the kernel received it, if not of the first', async () => {
    const began = BigInt(Date.now());
    for (let nth = 0; ; nth++) {
      send('127.0.0.1', `number ${nth}`);
      const [line] = await receiver.line(new RegExp(`^.*: number ${nth}$`));
      const [, stamp] = /, (\d{4}-\S+Z): /.exec(line) ?? [];
      if (stamp === undefined) {
        assert.match(line, /, no time: /);
        assert.ok(BigInt(Date.now()) - began < STAMPS_WITHIN_MS, 'no stamp came');
        continue;
      }
      assert.match(stamp, /\.\d{9}Z$/);
      const time = BigInt(Date.parse(stamp));
      assert.ok(time >= began && time <= BigInt(Date.now()), `${stamp} is not now`);
      break;
    }
  });

  it('sees the time to live that the sender chose, and ends with an empty datagram', async () => {
    linesOf(await run('udp-receiver/sender.ts', '127.0.0.2', String(ports[0]), 'nearly there', '3'));
    linesOf(await run('udp-receiver/sender.ts', '::1', String(ports[1]), 'nearly there', '4'));
    await receiver.line(/to 127\.0\.0\.2 on lo, ttl 3, .*: nearly there$/);
    await receiver.line(/to ::1 on lo, hop limit 4, .*: nearly there$/);
    linesOf(await run('udp-receiver/sender.ts', '127.0.0.1', String(ports[0])));
    const lines = linesOf(await receiver.outcome);
    assert.ok(lines.length >= 7);
  });
});
