/** A unit to show values in, and how much of the values' own unit it holds. */
export interface Scale {
  readonly unit: string;
  readonly per: number;
}

const FAMILIES: readonly (readonly (readonly [unit: string, size: number])[])[] = [
  [
    ['ns', 1],
    ['µs', 1e3],
    ['ms', 1e6],
    ['s', 1e9],
  ],
  prefixed('B'),
  prefixed('B/s'),
  prefixed('bit/s'),
  prefixed('Hz'),
];

function prefixed(unit: string): [string, number][] {
  return [
    [unit, 1],
    [`k${unit}`, 1e3],
    [`M${unit}`, 1e6],
    [`G${unit}`, 1e9],
    [`T${unit}`, 1e12],
  ];
}

/** From here on a larger unit reads better in a table, and from there on in a sentence. */
const LARGE = 1e5;
export const LONG = 1e4;
/** And below here a smaller one. */
const SMALL = 0.1;

/** The unit that some values of one unit are shown in: theirs, unless the numbers would be long or tiny. */
export function scaleOf(unit: string, values: readonly number[], large = LARGE): Scale {
  const own = { unit, per: 1 };
  const name = unit === 'us' ? 'µs' : unit;
  const family = FAMILIES.find((members) => members.some(([member]) => member === name));
  const most = Math.max(0, ...values.filter(Number.isFinite).map(Math.abs));
  if (family === undefined || most === 0) return own;
  const start = family.findIndex(([member]) => member === name);
  const size = family[start]![1];
  const inUnit = (place: number): number => (most * size) / family[place]![1];
  let place = start;
  while (place + 1 < family.length && inUnit(place) >= large) place++;
  while (place > 0 && inUnit(place) < SMALL) place--;
  return place === start ? own : { unit: family[place]![0], per: family[place]![1] / size };
}
