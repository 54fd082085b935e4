import assert from 'node:assert/strict';
import type { RunRecord } from '../../../lib/compare/record';
import { MergeError, formatRun, groupRuns, merge, parseRun } from '../../../lib/compare/store';
import { simulate } from '../analysis/simulated';
import { changed, sample } from './sample';

const SAID = /the same process is in both \(pid \d+\)/;

function refused(records: readonly RunRecord[]): void {
  assert.throws(
    () => merge(records),
    (error: Error) => error instanceof MergeError && SAID.test(error.message),
  );
}

function on(machine: string | undefined, record: RunRecord): RunRecord {
  return changed(record, (copy) => {
    if (machine === undefined) delete copy.environment.machine;
    else copy.environment.machine = machine;
  });
}

describe('a run that is there twice', () => {
  it('is refused, and so is a copy of it', async () => {
    const a = await sample();
    refused([a, a]);
    refused([a, await sample(), parseRun(formatRun(a), 'copy')]);
  });

  it('is refused in a run that it was put together of, even with fewer cells', async () => {
    const [a, b] = [await sample({ cells: 3 }), await sample({ cells: 2 })];
    const others = changed(b, (copy) => {
      copy.experiment.cells.forEach((each, index) => (each.cell = { cup: index + 1 }));
    });
    const merged = parseRun(formatRun(merge([a, others])), 'merged');
    refused([merged, a]);
    refused([others, merged]);
    refused([merged, merge([await sample(), a])]);
  });

  it('is refused whether it is to be put together or to be compared', async () => {
    const a = on(undefined, await sample());
    const other = on('one', await sample());
    assert.throws(
      () => groupRuns([other, a, a], ['x', 'y', 'z']),
      (error: Error) => error instanceof MergeError && /^y and z can't be compared: the same/.test(error.message),
    );
  });

  it('is not what another machine did under the same number', async () => {
    const a = await sample();
    assert.equal(groupRuns([on('one', a), on('two', a)], ['a', 'b']).length, 2);
  });

  it('is not what a process did that was given the same number later', async () => {
    // All of them are of this process.
    const [a, b] = [await sample(), await sample()];
    assert.deepEqual(a.processes[0]!.pid, b.processes[0]!.pid);
    assert.equal(merge([a, b]).processes.length, 4);
    const calm = { rounds: [12, 12], persistence: 0, noise: 'normal', offset: 0 } as const;
    const simulated = [1, 2].map((seed) => ({ ...simulate(calm, 5, 1, seed), environment: a.environment }));
    assert.equal(merge(simulated).processes.length, 4);
  });
});
