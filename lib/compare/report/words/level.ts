import type { Cell, Factor, Level } from '../../experiment';

const KIB = 1024;
const MIB = KIB * KIB;

/** A size in bytes: `64 B`, `16 KiB`. */
export function formatSize(bytes: number): string {
  if (bytes >= MIB && bytes % MIB === 0) return `${bytes / MIB} MiB`;
  return bytes >= KIB && bytes % KIB === 0 ? `${bytes / KIB} KiB` : `${bytes} B`;
}

/** A level in a table: `64 B`, `tcp`, `yes`. */
export function formatLevel(factor: Factor, level: Level | undefined): string {
  if (level === undefined) return '';
  if (typeof level === 'boolean') return level ? 'yes' : 'no';
  if (typeof level !== 'number') return level;
  if (factor.unit === 'B') return formatSize(level);
  return factor.unit === undefined ? String(level) : `${level} ${factor.unit}`;
}

/** A level where there is room: `TCP loopback`. */
export function titleOf(factor: Factor, level: Level | undefined): string {
  const title = level === undefined ? undefined : factor.titles?.[String(level)];
  return title === undefined || title === '' ? formatLevel(factor, level) : title;
}

/** A level in a sentence: `on TCP loopback`, `at 64 B`, `without blocking`; empty if it goes without saying. */
export function phraseOf(factor: Factor, level: Level | undefined): string {
  if (level === undefined) return '';
  const title = factor.titles?.[String(level)];
  if (title === '') return '';
  if (title === undefined && typeof level === 'boolean') return `${level ? 'with' : 'without'} ${factor.title}`;
  const word = factor.word ?? (typeof level === 'number' ? 'at' : 'on');
  return `${word} ${titleOf(factor, level)}`.trim();
}

/** The factors as sentences name them: words first, numbers last. */
export function wordsFirst(factors: readonly Factor[]): Factor[] {
  return [...factors.filter((factor) => !isNumeric(factor)), ...factors.filter(isNumeric)];
}

export function isNumeric({ levels }: Factor): boolean {
  return levels.length > 0 && levels.every((level) => typeof level === 'number');
}

/** Where a comparison was made, with only the factors that vary in the run: `tcp, 64 B`. */
export function labelOf(factors: readonly Factor[], cell: Cell): string {
  return joined(factors, cell, formatLevel);
}

/** The same where there is room: `TCP loopback, 64 B`. */
export function placeTitle(factors: readonly Factor[], cell: Cell): string {
  return joined(factors, cell, titleOf);
}

function joined(
  factors: readonly Factor[],
  cell: Cell,
  format: (factor: Factor, level: Level | undefined) => string,
): string {
  const varied = factors.filter(({ levels }) => levels.length > 1);
  return wordsFirst(varied)
    .map((factor) => {
      const level = cell[factor.name];
      return typeof level === 'boolean' ? named(factor, cell) : format(factor, level);
    })
    .filter((text) => text !== '')
    .join(', ');
}

/** A boolean says nothing without the factor's name. */
function named(factor: Factor, cell: Cell): string {
  return `${factor.title}: ${formatLevel(factor, cell[factor.name])}`;
}
