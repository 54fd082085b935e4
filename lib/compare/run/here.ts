import type { Experiment } from '../experiment';
import type { Execute } from './fork';
import { measure } from './measure';

/** Measures in this process, for tests and for what is small. */
export function inThisProcess(experiment: Experiment, now: () => number): Execute {
  return (task, { started, answer, signal }) => {
    started(process.pid);
    return measure(experiment, task, { signal, report: (report) => Promise.resolve(answer(report)) }, now);
  };
}
