import type { Analysis, RunRecord } from 'sockcall/compare';
import { figure } from '../figure';
import { count, size } from '../words';

/** How many bytes send() takes, by what SO_SNDBUF was set to. */
export function draw({ experiment }: RunRecord, { comparisons }: Analysis): string {
  const title = (name: string, level: unknown): string =>
    experiment.factors.find((factor) => factor.name === name)?.titles?.[String(level)] ?? String(level);
  const rows = comparisons.map(({ cell, baseline }) => ({
    group: `${title('transport', cell['transport'])}, ${title('call', cell['call'])}`,
    label: `SO_SNDBUF ${size(Number(cell['sndbuf']))}`,
    value: baseline.value,
  }));
  const as = (bytes: number): string => (bytes === 0 ? 'EAGAIN' : count(bytes));
  return figure('How much a call takes that is given 16 MiB', 'bytes', rows, as);
}
