import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import type { RunRecord } from '../../../../lib/compare/record';
import { formatBlocksCsv, formatCsv } from '../../../../lib/compare/report';
import { sampleAnalysis, sampleRecord } from '../sample';

const record = sampleRecord({ rounds: 12, processes: 2 });
const analysis = sampleAnalysis(record);

function rowsOf(text: string): Record<string, string>[] {
  return parse(text, { columns: true, record_delimiter: '\r\n' });
}

describe('formatCsv', () => {
  const rows = rowsOf(formatCsv(record, analysis));

  it('has a row for each comparison, with every figure unrounded', () => {
    assert.equal(rows.length, analysis.comparisons.length);
    rows.forEach((row, place) => {
      const { cell, view, baseline, candidate, shift, percent, floor, adjusted, verdict } =
        analysis.comparisons[place]!;
      const found = ['transport', 'direction', 'size', 'view', 'baseline', 'candidate', 'verdict'].map(
        (name) => row[name],
      );
      const expected = [cell.transport, cell.direction, cell.size, view, baseline.arm, candidate.arm, verdict ?? ''];
      assert.deepEqual(found, expected.map(String));
      assert.equal(Number(row.baseline_level), baseline.value);
      assert.equal(Number(row.shift), shift.value);
      assert.equal(Number(row.shift_high), shift.interval!.high);
      assert.equal(Number(row.percent_low), percent!.interval!.low);
      assert.equal(Number(row.p_adjusted), adjusted);
      assert.equal(row.floor, floor === undefined ? '' : String(floor));
      assert.equal(row.candidate_instructions, candidate.extra.instructions === undefined ? '' : '1302');
    });
  });

  it('leaves fields empty for what is absent or no number', () => {
    const [first] = analysis.comparisons;
    const odd = { ...first!, shift: { value: NaN, interval: undefined }, floor: Infinity, percent: undefined };
    const [row] = rowsOf(formatCsv(record, { ...analysis, comparisons: [odd] }));
    const fields = [row!.shift, row!.shift_low, row!.floor, row!.percent];
    assert.deepEqual(fields, ['', '', '', '']);
  });

  it('quotes what has commas, quotes and line breaks', () => {
    const names = ['a,b', 'say "x"', 'two\r\nlines', '=1+1'];
    for (const name of names) {
      const odd: RunRecord = { ...record, experiment: { ...record.experiment, name } };
      assert.equal(rowsOf(formatCsv(odd, analysis))[0]!.experiment, name);
    }
  });

  it('ends every line by CRLF', () => {
    assert.ok(!/[^\r]\n/.test(formatCsv(record, analysis)));
  });
});

describe('formatBlocksCsv', () => {
  it('has a row for each block', () => {
    const rows = rowsOf(formatBlocksCsv(record));
    assert.equal(rows.length, record.blocks.length);
    rows.forEach((row, place) => {
      const block = record.blocks[place]!;
      assert.equal(row.size, String(record.experiment.cells[block.cell]!.cell.size));
      assert.deepEqual(
        [row.process, row.round, row.position, row.arm, row.control, row.view].join(),
        [block.process, block.round, block.position, block.arm, block.control, block.view].join(),
      );
      assert.equal(Number(row.total_ns), block.total);
      assert.equal(row.instructions, block.extra === undefined ? '' : String(block.extra.instructions));
    });
  });

  it('is a heading alone for a run without blocks', () => {
    assert.deepEqual(rowsOf(formatBlocksCsv({ ...record, blocks: [] })), []);
  });
});
