import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { DEADLINE_MS, inNamespace, noNamespace, skipFor } from '../helpers/namespace';
import { EXAMPLES, linesOf, run } from './run';

const LINK = [
  ...['ifindex', 'link', 'ifname', 'flags', 'mtu', 'qdisc', 'operstate', 'txqlen', 'link_type', 'address'],
  ...['broadcast', 'addr_info'],
];
const ADDRESS = ['family', 'local', 'address', 'prefixlen', 'broadcast', 'scope', 'label'];
/** Interfaces come and go, and IPv6 addresses appear some time after a link is up. */
const ATTEMPTS = 5;
const CUT = '----';

/** As much as the kernel lets make: a pair with all kinds of addresses, another that is down at one end, a bridge. */
const NETWORK = `
ip link set lo up
ip link add left address 02:00:00:00:00:01 mtu 1400 type veth peer name right || true
ip link add near type veth peer name far && ip link set near up || true
ip link add bridge0 type bridge && ip link set bridge0 up || true
for link in left right; do ip link set $link up || true; done
ip addr add 10.1.2.3/24 brd + dev left || true
ip addr add 10.1.2.4/24 dev left label left:two || true
ip addr add 10.9.0.1 peer 10.9.0.2/32 dev right || true
ip addr add 169.254.1.1/16 scope link dev right || true
ip addr add fd00::1/64 dev right nodad || true
ip addr add fd01::1 peer fd01::2/128 dev right nodad || true
ip -j addr
echo ${CUT}
"$@"
echo ${CUT}
ip -j addr`;

type Json = Record<string, unknown>;

const pick = (object: Json, keys: readonly string[]): Json =>
  Object.fromEntries(keys.filter((key) => (object[key] ?? undefined) !== undefined).map((key) => [key, object[key]]));

/** What ip says, without the fields that the example does not have. */
function likeOurs(printed: string): Json[] {
  return (JSON.parse(printed) as Json[]).map((link) => ({
    ...pick(link, LINK),
    addr_info: (link['addr_info'] as Json[]).map((address) => pick(address, ADDRESS)),
  }));
}

/** Compares what the example says with what ip said just before and just after, once both are the same. */
async function compare(look: () => Promise<readonly string[]> | readonly string[]): Promise<Json[]> {
  for (let attempt = 1; ; attempt++) {
    const [before, ours, after] = await look();
    const expected = likeOurs(before!);
    try {
      assert.deepEqual(likeOurs(after!), expected, 'the interfaces have changed meanwhile');
    } catch (error) {
      if (attempt < ATTEMPTS) continue;
      throw error;
    }
    assert.deepEqual(JSON.parse(ours!), expected);
    return expected;
  }
}

function ip(): string {
  return spawnSync('ip', ['-j', 'addr'], { encoding: 'utf8' }).stdout;
}

const linux = process.platform === 'linux' ? describe : describe.skip;

linux('examples/netlink-links', () => {
  beforeEach(function () {
    const { error } = spawnSync('ip', ['-V']);
    if (error !== undefined) skipFor(this, `ip can't be started (${error.message})`);
  });

  it('says of the interfaces of this machine what ip says', async () => {
    const links = await compare(async () => [ip(), linesOf(await run('netlink-links/main.ts')).join('\n'), ip()]);
    assert.ok(links.some(({ ifname }) => ifname === 'lo'));
  });

  it('says of interfaces of all kinds in a network of its own what ip says', async function () {
    this.timeout(2 * ATTEMPTS * DEADLINE_MS);
    const why = noNamespace();
    if (why !== undefined) return skipFor(this, why);
    const program = join(EXAMPLES, 'netlink-links', 'main.ts');
    const links = await compare(() => inNamespace(NETWORK, program).split(`${CUT}\n`));
    if (!links.some(({ ifname }) => ifname === 'left')) return skipFor(this, 'this kernel has no veth; lo was right');
    const [left, right] = ['left', 'right'].map((name) => links.find(({ ifname }) => ifname === name)!);
    assert.equal(left!['link'], 'right');
    assert.equal(left!['address'], '02:00:00:00:00:01');
    const ofRight = right!['addr_info'] as Json[];
    assert.ok(ofRight.some(({ local, address }) => local === '10.9.0.1' && address === '10.9.0.2'));
    assert.ok(ofRight.some(({ local, address }) => local === 'fd01::1' && address === 'fd01::2'));
    assert.ok(ofRight.some(({ scope }) => scope === 'link'));
  });
});
