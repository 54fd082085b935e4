import type { Environment } from '../../environment';
import type { Run } from '../../run';
import { formatNumber, formatSeconds } from './format';

const ENDS: Readonly<Record<Run['end'], string>> = {
  budget: '',
  rounds: '',
  interrupted: ' CUT SHORT: interrupted before it was done.',
  failed: ' CUT SHORT: a call failed.',
};

/** Where and how the figures came about. */
export function formatCircumstances(run: Run, clockNs: number, environment: Environment): string {
  const { kernel, arch, cpu, cpus, node, sockcall } = environment;
  const load = environment.loadavg[0] ?? 0;
  const measuring = formatSeconds(run.elapsedMs - run.warmUpMs);
  return [
    `sockcall ${sockcall}, Node ${node}, ${kernel} ${arch}`,
    `${cpu}, ${cpus} CPUs, load ${load.toFixed(1)} at the start`,
    `${run.rounds} rounds, ${run.blocks.length} blocks${lengthsOf(run)}, in ${measuring} after ` +
      `${formatSeconds(run.warmUpMs)} of warm-up.${ENDS[run.end]}`,
    `clock ${formatNumber(clockNs)} ns, subtracted from the calls' times; seed ${run.plan.seed}`,
    ...shortNote(run),
  ].join('\n');
}

function lengthsOf({ lengths }: Run): string {
  const calls = [...lengths.values()];
  return calls.length === 0 ? '' : ` of ${Math.min(...calls)} to ${Math.max(...calls)} calls`;
}

function shortNote({ blocks }: Run): string[] {
  const short = blocks.reduce((sum, block) => sum + block.short, 0);
  return short === 0 ? [] : [`${short} calls moved fewer bytes than the message has; their times are in the figures`];
}
