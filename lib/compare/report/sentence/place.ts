import type { Comparison } from '../../analysis/comparison';
import type { Cell, Factor } from '../../experiment';
import type { Fold } from '../fold';
import { formatList, phraseOf, titleOf, wordsFirst } from '../words';

/** Where all comparisons of a fold were made: `on TCP loopback`, and its level as well if there is only one. */
export function placeOf({ factor, comparisons }: Fold, factors: readonly Factor[]): string {
  const { cell } = comparisons[0]!;
  const said = comparisons.length === 1 ? factors : factors.filter((other) => other !== factor);
  return phrases(said, cell);
}

function phrases(factors: readonly Factor[], cell: Cell): string {
  return wordsFirst(factors)
    .map((factor) => phraseOf(factor, cell[factor.name]))
    .filter((phrase) => phrase !== '')
    .join(' ');
}

/** At which levels of the fold's factor something holds: `at 1 B and 64 B`, `from 64 B to 16 KiB`. */
export function levelsOf(part: readonly Comparison[], { factor, comparisons }: Fold): string {
  if (factor === undefined || comparisons.length === 1) return '';
  if (part.length === comparisons.length) return `at every ${factor.title}`;
  const order = comparisons.map(({ cell }) => cell[factor.name]!);
  const places = part.map(({ cell }) => order.indexOf(cell[factor.name]!));
  const title = (place: number): string => titleOf(factor, order[place]);
  const consecutive = places.every((place, index) => index === 0 || place === places[index - 1]! + 1);
  if (consecutive && places.length > 2) return `from ${title(places[0]!)} to ${title(places.at(-1)!)}`;
  return `${factor.word ?? 'at'} ${formatList(places.map(title))}`;
}
