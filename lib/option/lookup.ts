import { constantAt } from '../core/constant/value';
import type { ShapeName } from '../core/option/shapes';
import type { Codec } from './codec/codec';
import { optionPlaces } from './generated/places';

const NAMES = 0x10000;

/** Elsewhere than on 64-bit Linux other values have other layouts, and are given and taken as bytes. */
const ANYWHERE: readonly ShapeName[] = [
  'flag',
  'int',
  'u32',
  'text',
  'bytes',
  'linger',
  'multicastInterface',
  'ipv6Mreq',
];
const SMALL = ['arm', 'ia32', 'mips', 'mipsel', 'ppc', 's390'];
const isLinux64 = process.platform === 'linux' && !SMALL.includes(process.arch);

let shapes: Map<number, ShapeName> | undefined;

/** The shape that an option's value has; `undefined` for an option that has no name here. */
export function shapeOf(level: unknown, name: unknown): ShapeName | undefined {
  if (typeof level !== 'number' || typeof name !== 'number' || name < 0 || name >= NAMES) return undefined;
  shapes ??= allShapes();
  return shapes.get(level * NAMES + name);
}

function allShapes(): Map<number, ShapeName> {
  const map = new Map<number, ShapeName>();
  for (const [shape, text] of Object.entries(optionPlaces()) as [ShapeName, string][]) {
    if (text === '' || !(isLinux64 || ANYWHERE.includes(shape))) continue;
    for (const ofLevel of text.split(',')) {
      const [level, places] = ofLevel.split(':') as [string, string];
      const base = constantAt(Number(level));
      if (base === undefined) continue;
      for (const place of places.split(' ')) {
        const name = constantAt(Number(place));
        if (name !== undefined) map.set(base * NAMES + name, shape);
      }
    }
  }
  return map;
}

let codecs: Readonly<Record<ShapeName, Codec<unknown>>> | undefined;

/** The codec of a shape; all of them are loaded when the first is needed. */
export function codecOf(shape: ShapeName): Codec<unknown> {
  codecs ??= (require('./codecs') as typeof import('./codecs')).codecs as unknown as Record<ShapeName, Codec<unknown>>;
  return codecs[shape];
}
