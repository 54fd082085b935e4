import { CONFIDENCE, MIN_ROUNDS, type Units } from '../statistics';

/** How intervals came about, in a sentence or two. */
export function methodOf(units: readonly (Units<unknown> | undefined)[], resamples: number): string {
  if (units.length === 0) return 'Nothing was measured that could be compared.';
  const drawn = units.filter((one) => one !== undefined);
  const stretches = drawn.filter(({ kind }) => kind === 'stretch');
  if (drawn.length === 0) return `There are no intervals: fewer than ${MIN_ROUNDS} rounds in all are too few.`;
  const which =
    stretches.length === 0
      ? `whole processes, ${spanOf(drawn)} of them`
      : stretches.length === drawn.length
        ? `stretches of consecutive rounds, ${spanOf(drawn)} of them`
        : 'whole processes, or stretches of consecutive rounds where only one process measured enough of them';
  return [
    `The ${CONFIDENCE} % intervals are Student's, with the standard error of a bootstrap that draws ${which}, ${resamples} times.`,
    ...(stretches.length > 0 ? ['With one process, what differs from process to process is not in them.'] : []),
  ].join(' ');
}

function spanOf(units: readonly Units<unknown>[]): string {
  const counts = units.map((one) => one.units.length);
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  return least === most ? `${most}` : `${least} to ${most}`;
}
