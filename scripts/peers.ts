// Reads from the peers themselves what scripts/generate/peers/ says of them, and prints what is not so.
//
// Run:  npx ts-node scripts/peers.ts python PROGRAM     a python3
//       npx ts-node scripts/peers.ts go FOLDER          golang.org/x/sys/unix
//       npx ts-node scripts/peers.ts nix FOLDER         the crate's src
//       Debian has all three: python3, golang-golang-x-sys-dev, librust-nix-dev.
// See:  one line for each name that differs, and the constants as the peer's file in scripts/generate/peers has them.
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { go } from './generate/peers/go';
import { nix } from './generate/peers/nix';
import type { Peer } from './generate/peers/peer';
import { python } from './generate/peers/python';

const PREFIX =
  /^(SO|SCM|IP|IPV6|IP6T|MCAST|ICMP|ICMP6|ICMPV6|TCP|UDP|UDPLITE|MPTCP|NETLINK|PACKET|VSOCK|ALG|TLS|CAN_RAW|XDP)_/;
/** They begin like options and are none: addresses, protocols, flags and other values. */
const VALUE =
  /^(SO_EE|IP_(DF|MF|RF|MSS|OFFMASK|MAXPACKET|MAX_|DEFAULT)|IPV6_(VERSION|FLOW|RTHDR_|RX)|IP(V6)?_USER_FLOW|IP_PMTUDISC$|IP(V6)?_PMTUDISC_|TCP_(ACCECN|AO_|BPF|COOKIE_|MAXWIN|MAX_|MSS|S_|V[46]|REPAIR_O(N|FF)|MD5SIG_[FM])|UDP_(V[46]|ENCAP_)|NETLINK_[A-Z0-9]+$|NETLINK_(FIB|IP6|INET|KOBJ|SOCK|UNUSED|USER)|PACKET_(MR|FANOUT)_|PACKET_(BROADCAST|FASTROUTE|HOST|KERNEL|LOOPBACK|MULTICAST|OTHERHOST|OUTGOING|USER)$|MCAST_(IN|EX)CLUDE|XDP_(FLAGS|COPY|PKT|PGOFF|PACKET|RING|SHARED|TX[A-Z_]*M|UMEM_(PG|UN|TX)|USE|ZERO|MAX|OPTIONS_)|ALG_OP|ICMPV6_FILTER_|SO_SECURITY|CAN_RAW_FILTER_)/;

function isOption(name: string): boolean {
  return PREFIX.test(name) && (!VALUE.test(name) || name === 'NETLINK_PKTINFO');
}

/** What was found in a peer: whether it has a call under the name that we give it, and its constants. */
interface Found {
  readonly has: (call: string) => boolean;
  readonly constants: readonly string[];
}

const readers: Record<string, { peer: Peer; read: (from: string) => Found }> = {
  python: { peer: python, read: readPython },
  go: { peer: go, read: readGo },
  nix: { peer: nix, read: readNix },
};

function readPython(program: string): Found {
  const ask = (code: string): string => execFileSync(program, ['-c', code], { encoding: 'utf8' });
  const exists = `import sys, socket, select, os, fcntl, array
try:
    eval(sys.argv[1])
    print('yes')
except AttributeError:
    print('no')`;
  return {
    has: (call) => execFileSync(program, ['-c', exists, call], { encoding: 'utf8' }).trim() === 'yes',
    constants: ask("import socket; print(*sorted(dir(socket)), sep='\\n')").split('\n').filter(isOption),
  };
}

function sourcesOf(folder: string, fits: RegExp): string {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => fits.test(file));
  return files.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n');
}

function readGo(folder: string): Found {
  const source = sourcesOf(folder, /(^|_)(linux|linux_amd64|unix|unsigned|fcntl|ztypes_linux)\.go$/);
  const constants = [...source.matchAll(/^\t([A-Z]\w+) += /gm)].map(([, name]) => name!).filter(isOption);
  return {
    has: (call) => new RegExp(`^func ${call}\\(`, 'm').test(source),
    constants: [...new Set(constants)].sort(),
  };
}

/** Takes out what is for other systems alone: an item, or a macro's call, behind a cfg that names neither Linux. */
function forLinux(source: string): string {
  return source.replace(
    /#\[cfg\(([^[\]]*)\)\]\s*(#\[[^\n]*\]\s*)*(?=sockopt_impl!)[^;]*;/g,
    (item, condition: string) => (/linux|feature|not\(/.test(condition) ? item : ''),
  );
}

function readNix(folder: string): Found {
  const options = forLinux(readFileSync(join(folder, 'sys/socket/sockopt.rs'), 'utf8'));
  const source = sourcesOf(folder, /\.rs$/);
  const named = [...options.matchAll(/libc::([A-Z]\w+)/g)].map(([, name]) => name!).filter(isOption);
  return {
    has: (call) => {
      const [, name, macro] = /(\w+)(!?)$/.exec(call)!;
      return new RegExp(macro === '!' ? `macro_rules! ${name!}\\b` : `\\bpub (unsafe )?(fn|struct) ${name!}\\b`).test(
        source,
      );
    },
    constants: [...new Set([...named, 'TLS_TX', 'TLS_RX'])].sort(),
  };
}

const [which, from] = process.argv.slice(2);
const reader = readers[which ?? ''];
if (reader === undefined || from === undefined) throw new Error('python, go or nix, and where it is');
const { peer, read } = reader;
const found = read(from);
for (const [call, name] of Object.entries(peer.calls)) {
  if (name !== null && !found.has(name)) console.log(`call ${call}: there is no ${name}`);
}
const has = new Set(found.constants);
for (const name of found.constants) if (!peer.constants.has(name)) console.log(`constant ${name}: not in the table`);
for (const name of peer.constants) if (!has.has(name)) console.log(`constant ${name}: in the table alone`);
console.log(found.constants.join(' '));
