import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { checksum } from '../../examples/ping/echo';
import { DEADLINE_MS, inNamespace, noNamespace, skipFor } from '../helpers/namespace';
import { EXAMPLES, linesOf, run } from './run';
import { NOBODY, unreadable } from '../helpers/user';

const PROGRAM = join(EXAMPLES, 'ping', 'main.ts');
const UP = 'ip link set lo up\nexec "$@"';
const IPV4 = /^64 bytes from 127\.0\.0\.1: icmp_seq=(\d) ttl=64 time=\d+\.\d{3} ms$/;
const IPV6 = /^64 bytes from ::1: icmp_seq=(\d) time=\d+\.\d{3} ms$/;

function check(lines: readonly string[], pattern: RegExp): void {
  assert.deepEqual(
    lines.slice(0, -1).map((line) => pattern.exec(line)?.[1]),
    ['1', '2', '3'],
    lines.join('\n'),
  );
  assert.equal(lines.at(-1), '3 sent, 3 answered');
}

const linux = process.platform === 'linux' ? describe : describe.skip;

linux('examples/ping', () => {
  it('is answered by loopback', async function () {
    if (process.getuid!() !== 0) return skipFor(this, 'not root');
    check(linesOf(await run('ping/main.ts', '127.0.0.1', '3', '0.01')), IPV4);
    check(linesOf(await run('ping/main.ts', '::1', '3', '0.01')), IPV6);
  });

  it('is answered by the loopback of a network of its own, to an ordinary user too', function () {
    this.timeout(2 * DEADLINE_MS);
    const why = noNamespace();
    if (why !== undefined) return skipFor(this, why);
    check(inNamespace(UP, PROGRAM, '127.0.0.1', '3', '0.01').trimEnd().split('\n'), IPV4);
  });

  it('says so when nothing answers', function () {
    this.timeout(2 * DEADLINE_MS);
    const why = noNamespace();
    if (why !== undefined) return skipFor(this, why);
    const silent = 'ip link set lo up\necho 1 >/proc/sys/net/ipv4/icmp_echo_ignore_all\n"$@" || echo "code $?"';
    const lines = inNamespace(silent, PROGRAM, '127.0.0.1', '1').trimEnd().split('\n');
    assert.deepEqual(lines, ['icmp_seq=1 has no reply after 2 s', '1 sent, 0 answered', 'code 1']);
  });

  it('says what it needs when it may not', function () {
    const root = process.getuid!() === 0;
    const why = root ? unreadable() : undefined;
    if (why !== undefined) return skipFor(this, why);
    const args = ['-r', 'ts-node/register', PROGRAM, '127.0.0.1', '1'];
    const env = { ...process.env, HOME: '/tmp', ASAN_OPTIONS: 'detect_leaks=0' };
    const ids = root ? { uid: NOBODY, gid: NOBODY } : {};
    const child = spawnSync(process.execPath, args, { ...ids, env, encoding: 'utf8', cwd: join(EXAMPLES, '..') });
    if (!root && child.status === 0) return skipFor(this, 'this user has CAP_NET_RAW');
    assert.match(child.stderr, /^ping: a raw socket needs CAP_NET_RAW/);
    assert.equal(child.status, 2);
  });

  it('sums as RFC 1071 does in its example', () => {
    const words = Uint8Array.from([0x00, 0x01, 0xf2, 0x03, 0xf4, 0xf5, 0xf6, 0xf7]);
    assert.equal(checksum(words), ~0xddf2 & 0xffff);
    assert.equal(checksum(Uint8Array.from([0xff])), ~0xff00 & 0xffff);
  });
});
