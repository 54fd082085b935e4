import type { Environment } from '../environment';
import { kernelTracer, nodeOptions, seccomp, tracer } from './watchers';
import { clocksource, governor, power, singleCpu, smt, turbo } from './hardware';
import { load, memory, priority, quota, virtualMachine } from './others';
import type { Check, Warning } from './warning';

export type { Warning } from './warning';

/** In the order of how much each spoils. */
const CHECKS: readonly Check[] = [
  tracer,
  kernelTracer,
  nodeOptions,
  clocksource,
  load,
  memory,
  virtualMachine,
  quota,
  singleCpu,
  power,
  governor,
  turbo,
  smt,
  seccomp,
  priority,
];

/** What disturbs measuring in that environment, the worst first; nothing is said of what could not be read. */
export function warnings(environment: Environment): readonly Warning[] {
  return CHECKS.flatMap((check) => check(environment) ?? []);
}
