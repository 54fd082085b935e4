import type { Analysis, RunRecord } from 'sockcall/compare';
import { figure } from '../figure';
import { figure as digits, size } from '../words';

/** How long an exchange takes, by the size of the parts and by how they are sent. */
export function draw({ experiment }: RunRecord, { comparisons }: Analysis): string {
  const rows = experiment.cells.flatMap(({ cell }, index) => {
    const here = comparisons.filter((comparison) => comparison.index === index);
    const levels = [...here.slice(0, 1).map(({ baseline }) => baseline), ...here.map(({ candidate }) => candidate)];
    return levels.map(({ arm, value }) => ({
      group: `parts of ${size(Number(cell['size']))}`,
      label: experiment.armTitles?.[arm] ?? arm,
      value,
    }));
  });
  const as = (us: number): string => (us < 1000 ? `${digits(us)} µs` : `${digits(us / 1000)} ms`);
  return figure('A request in two parts, and the wait for the answer', 'time of an exchange', rows, as);
}
