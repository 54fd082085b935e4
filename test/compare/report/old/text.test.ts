import assert from 'node:assert/strict';
import { allCells } from '../../../../lib/compare/cell';
import { lookAround, packageVersion } from '../../../../lib/compare/environment';
import { formatJson, formatReport, paintFor } from '../../../../lib/compare/report';
import { directionNames } from '../../../../lib/compare/direction';
import { transportNames } from '../../../../lib/compare/transport';
import { fakeRun, isBaseline } from '../../fake';

const cells = allCells(transportNames, [1, 16384], directionNames);
const run = fakeRun(cells, 12, (cell, arm) => 12_000 + (isBaseline(cell, arm) ? 0 : -1250));
const environment = lookAround();

describe('formatReport', () => {
  const report = formatReport(run, environment);

  it('fits into 80 columns', () => {
    for (const line of report.split('\n').slice(2)) assert.ok(line.length <= 80, line);
  });

  it('has a row for every cell, with levels, differences, floor and verdict', () => {
    const rows = report.split('\n').filter((line) => line.startsWith('16 KiB'));
    assert.equal(rows.length, 6);
    for (const row of rows) {
      assert.match(row, /^16 KiB +11980 +10730 +-1250 \[-1250, -1250\] +-10\.4 \[-10\.4, -10\.4\] +0\.0 +less$/);
    }
  });

  it('states what the figures rest on', () => {
    for (const part of [packageVersion(), process.versions.node, environment.kernel, environment.cpu]) {
      assert.ok(report.includes(part), part);
    }
    assert.match(report, /12 rounds, 432 blocks of 10 to 10 calls, in 1\.0 s after 0\.1 s of warm-up\.\n/);
    assert.match(report, /clock 20\.0 ns, .*; seed 1\n/);
  });

  it('says if the run was cut short, and if it came to nothing', () => {
    assert.match(formatReport({ ...run, end: 'interrupted' }, environment), /CUT SHORT: interrupted/);
    assert.match(formatReport({ ...run, rounds: 0, blocks: [], end: 'interrupted' }, environment), /cut short before/);
  });

  it('tells of short calls', () => {
    const [first, ...rest] = run.blocks;
    assert.match(
      formatReport({ ...run, blocks: [{ ...first!, short: 3 }, ...rest] }, environment),
      /^3 calls moved fewer/m,
    );
  });

  it('has the same text in colour as without', () => {
    const coloured = formatReport(run, environment, paintFor({ isTTY: true }, {}));
    // eslint-disable-next-line no-control-regex -- the escapes are what is taken away
    assert.equal(coloured.replace(/\x1b\[\d+m/g, ''), report);
    assert.notEqual(coloured, report);
  });
});

describe('paintFor', () => {
  it('colours on terminals only, and not with NO_COLOR', () => {
    const isPlain = (isTTY: boolean, env: NodeJS.ProcessEnv): boolean => paintFor({ isTTY }, env)('bold', 'x') === 'x';
    assert.deepEqual(
      [isPlain(true, {}), isPlain(true, { NO_COLOR: '' }), isPlain(true, { NO_COLOR: '1' }), isPlain(false, {})],
      [false, false, true, true],
    );
  });
});

describe('formatJson', () => {
  it('holds every block and the environment', () => {
    const data = JSON.parse(formatJson(run, environment)) as Record<string, unknown>;
    assert.deepEqual([data.schema, data.seed, data.rounds, data.budgetMs], [1, 1, 12, null]);
    assert.deepEqual(data.environment, { ...environment });
    assert.deepEqual(data.blocks, run.blocks);
    assert.deepEqual(data.clockNs, run.clock);
  });

  it('is valid without a block too', () => {
    assert.deepEqual((JSON.parse(formatJson({ ...run, blocks: [] }, environment)) as { blocks: [] }).blocks, []);
  });
});
