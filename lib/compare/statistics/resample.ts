import type { Random } from '../random';

/** How often each round was drawn: a sample of as many rounds, drawn with replacement. */
export type Draw = Uint32Array;

/** The draw that takes every round once: the data themselves. */
export function everyOnce(rounds: number): Draw {
  return new Uint32Array(rounds).fill(1);
}

/** Draws as many rounds as there are, with replacement. */
export function drawRounds(draw: Draw, random: Random): Draw {
  draw.fill(0);
  for (let drawn = 0; drawn < draw.length; drawn++) draw[random.below(draw.length)]!++;
  return draw;
}

/**
 * The median of one value a round, over the rounds of a draw. The values are sorted once, so that each of thousands
 * of draws costs a walk.
 */
export function medianOver(values: readonly number[]): (draw: Draw) => number {
  const order = values.map((_, round) => round).sort((one, other) => values[one]! - values[other]!);
  const [lower, upper] = [Math.floor((values.length - 1) / 2), Math.floor(values.length / 2)];
  return (draw) => {
    let index = -1;
    let seen = 0;
    while (seen <= lower) seen += draw[order[++index]!]!;
    const low = values[order[index]!]!;
    while (seen <= upper) seen += draw[order[++index]!]!;
    return (low + values[order[index]!]!) / 2;
  };
}
