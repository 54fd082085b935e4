import type { RunRecord } from '../../record';
import type { Row } from './row';

/** Where and with what a run was made, in short. */
export function surroundingsOf({ environment }: RunRecord): Row[] {
  const { date, sockcall, node, kernel, arch, cpu, cpus, loadavg } = environment;
  const load = loadavg?.[0];
  return [
    { name: 'date', text: date },
    { name: 'with', text: `sockcall ${sockcall}, Node ${node}, ${kernel} ${arch}` },
    {
      name: 'on',
      text: `${cpu}, ${cpus} CPUs${Number.isFinite(load) ? `, load ${load!.toFixed(1)} before the run` : ''}`,
    },
  ];
}

/** What disturbs a run, and what can be done about it. */
export interface Warning {
  readonly text: string;
  readonly remedy: string;
}

export function warningsOf(_record: RunRecord): readonly Warning[] {
  return [];
}
