import {
  AF_VSOCK,
  IPPROTO_ICMPV6,
  IPPROTO_IP,
  IPPROTO_IPV6,
  IPPROTO_TCP,
  IPPROTO_UDP,
  IPPROTO_UDPLITE,
  SOL_ALG,
  SOL_MPTCP,
  SOL_NETLINK,
  SOL_PACKET,
  SOL_RAW,
  SOL_SOCKET,
  SOL_TLS,
} from '../core/constant';
import { constantAt } from '../core/constant/value';
import type { LevelName } from '../core/option/brand';
import type { ShapeName } from '../core/option/shapes';
import type { Codec } from './codec/codec';
import { codecs } from './codecs';
import { optionPlaces } from './generated/places';

/** Elsewhere than on 64-bit Linux other values have other layouts, and are given and taken as bytes. */
const ANYWHERE: readonly string[] = ['flag', 'int', 'u32', 'text', 'bytes', 'linger', 'multicastInterface', 'ipv6Mreq'];
const SMALL = ['arm', 'ia32', 'mips', 'mipsel', 'ppc', 's390'];
const isLinux64 = process.platform === 'linux' && !SMALL.includes(process.arch);

/** The shapes by the numbers of level and option; a level comes in when it is first asked for. */
const shapes = new Map<unknown, ReadonlyMap<unknown, ShapeName>>();

/** The shape that an option's value has; `undefined` for an option that has no name here. */
export function shapeOf(level: number, name: number): ShapeName | undefined {
  return (shapes.get(level) ?? shapesOf(level)).get(name);
}

const NONE: ReadonlyMap<unknown, ShapeName> = new Map();

function shapesOf(level: number): ReadonlyMap<unknown, ShapeName> {
  const name = levelName(level);
  if (name === undefined) return NONE;
  const map = new Map<number, ShapeName>();
  for (const [shape, places] of Object.entries(optionPlaces[name]()) as [ShapeName, number[]][]) {
    if (!isLinux64 && !ANYWHERE.includes(shape)) continue;
    for (const place of places) {
      const option = constantAt(place);
      if (option !== undefined) map.set(option, shape);
    }
  }
  shapes.set(level, map);
  return map;
}

function levelName(level: number): LevelName | undefined {
  const numbers: Readonly<Record<LevelName, number>> = {
    SOL_SOCKET,
    IPPROTO_TCP,
    IPPROTO_UDP,
    IPPROTO_UDPLITE,
    IPPROTO_IP,
    IPPROTO_IPV6,
    IPPROTO_ICMPV6,
    SOL_RAW,
    SOL_NETLINK,
    SOL_PACKET,
    SOL_MPTCP,
    AF_VSOCK,
    SOL_TLS,
    SOL_ALG,
  };
  return (Object.keys(numbers) as LevelName[]).find((name) => numbers[name] === level);
}

/** The codec of a shape. */
export function codecOf(shape: ShapeName): Codec<unknown> {
  return (codecs as unknown as Readonly<Record<ShapeName, Codec<unknown>>>)[shape];
}
