import type { Random } from '../random';

/** How often the bootstrap draws. */
export const RESAMPLES = 1000;

/** How often each unit was drawn, of as many units as there are, with replacement. */
export type Draw = Float64Array;

export function drawUnits(units: number, times: number, random: Random): Draw[] {
  return Array.from({ length: times }, () => {
    const draw = new Float64Array(units);
    for (let drawn = 0; drawn < units; drawn++) draw[random.below(units)]!++;
    return draw;
  });
}
