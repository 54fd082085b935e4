import assert from 'node:assert/strict';
import { analyse } from '../../../../lib/compare/analysis';
import type { Busy, Environment } from '../../../../lib/compare/environment';
import {
  formatHtml,
  formatMarkdown,
  formatSeveral,
  formatSeveralMarkdown,
  formatText,
} from '../../../../lib/compare/report';
import { surroundingsOf, warningsOf } from '../../../../lib/compare/report/circumstances';
import type { RunRecord } from '../../../../lib/compare/record';
import { sampleRecord } from '../sample';

const record = sampleRecord({ transports: ['tcp'], directions: ['send'], sizes: [64], processes: 4, rounds: 12 });
const idle: Busy = { ms: 200, cpus: 0, steal: 0, processes: [] };
const quiet: Environment = {
  ...{ date: '2026-01-01T00:00:00.000Z', kernel: 'Linux 6', arch: 'x64', cpu: 'A Processor', cpus: 4, machine: 'm' },
  ...{ node: '20', v8: '11', sockcall: '0', loadavg: [0, 0, 0], busy: idle, memory: { total: 4, available: 3 } },
  process: { instruments: [], nice: 5 },
};
const loaded: Environment = { ...quiet, date: '2026-01-02T00:00:00.000Z', busy: { ...idle, cpus: 2 } };
const merged: RunRecord = {
  ...record,
  environment: quiet,
  merged: [
    { environment: quiet, processes: [0, 1] },
    { environment: loaded, processes: [2, 3] },
  ],
};
const OTHERS = 'Part 2: Others keep 2.0 of 4 processors busy.';
const NICE = 'This process gives way to others (nice 5).';

describe('a run that was put together', () => {
  it('has the warnings of all its parts, with whose they are', () => {
    assert.deepEqual(
      warningsOf(merged).map(({ what }) => what),
      [NICE, OTHERS],
    );
    assert.deepEqual(
      warningsOf({ ...record, environment: quiet }).map(({ what }) => what),
      [NICE],
    );
  });

  it('tells what differs among them of each, and the rest once', () => {
    const rows = new Map(surroundingsOf(merged, false).map(({ name, text }) => [name, text]));
    assert.equal(rows.get('parts'), '2 runs put together: part 1 has processes 1 and 2; part 2 has processes 3 and 4');
    assert.equal(rows.get('date'), `part 1: ${quiet.date}; part 2: ${loaded.date}`);
    assert.equal(rows.get('kernel'), 'Linux 6 x64');
  });

  it('shows them in every report', () => {
    const analysis = analyse(merged, { resamples: 100 });
    for (const text of [formatText(merged, analysis), formatMarkdown(merged, analysis), formatHtml(merged, analysis)]) {
      assert.ok(text.replace(/\s+/g, ' ').includes(OTHERS));
    }
  });

  it('has its warnings beside those of other runs', () => {
    const analysis = analyse(merged, { resamples: 100 });
    const traced: Environment = { ...quiet, process: { ...quiet.process, tracer: { pid: 7, name: 'strace' } } };
    const runs = [
      { name: 'a', record: merged, analysis },
      { name: 'b', record: { ...record, environment: traced }, analysis },
    ];
    for (const text of [formatSeveral(runs), formatSeveralMarkdown(runs)].map((each) => each.replace(/\s+/g, ' '))) {
      assert.ok(text.includes(`Run 1: ${OTHERS}`));
      assert.ok(text.includes('Run 2: strace (pid 7) traces this process'));
      assert.match(text, /(- |warning: )This process gives way to others \(nice 5\)\./);
      assert.ok(text.includes('traced by "strace", not none as in run 1'));
    }
  });
});
