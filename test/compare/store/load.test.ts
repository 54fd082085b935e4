import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunRecord } from '../../../lib/compare/record';
import { StoreError, formatRun, loadRun, parseRun } from '../../../lib/compare/store';
import { sample } from './sample';

describe('a stored run', () => {
  let record: RunRecord;
  let text: string;
  before(async () => {
    record = await sample();
    text = formatRun(record);
  });

  it('is read as it was written', () => {
    assert.deepEqual(parseRun(text, 'it'), JSON.parse(JSON.stringify(record)));
  });

  it('has a line for each block and each distribution', () => {
    const lines = text.split('\n');
    const first = lines.indexOf('  "blocks": [') + 1;
    const blocks = lines.slice(first, lines.indexOf('  ],', first));
    assert.equal(blocks.length, record.blocks.length);
    assert.deepEqual(JSON.parse(blocks[0]!.replace(/,$/, '')), record.blocks[0]);
    assert.equal(lines.filter((line) => line.includes('"counts":[[')).length, record.distributions.length);
  });

  it('is the same without blocks', () => {
    const empty = { ...record, blocks: [], distributions: [] };
    assert.deepEqual(parseRun(formatRun(empty), 'it').blocks, []);
  });

  const pathOf = (parts: readonly (string | number)[], value: unknown): string => {
    const data = JSON.parse(text) as Record<string, unknown>;
    let place = data as Record<string | number, unknown>;
    for (const part of parts.slice(0, -1)) place = place[part] as Record<string | number, unknown>;
    if (value === undefined) delete place[parts.at(-1)!];
    else place[parts.at(-1)!] = value;
    return JSON.stringify(data);
  };

  for (const [parts, value, said] of [
    [['schema'], undefined, 'x.json: it is no stored run of sockcall'],
    [['schema'], 3, 'x.json: it has schema 3 of a later sockcall; this one knows 2'],
    [['schema'], 1, 'x.json: it has schema 1 of an earlier sockcall; this one knows 2 alone'],
    [['kind'], 'sockcall trace', 'x.json: it is no stored run of sockcall, but "sockcall trace"'],
    [['blocks'], undefined, 'x.json: blocks is missing'],
    [['blocks'], {}, 'x.json: blocks must be an array, not {}'],
    [['blocks', 3, 'calls'], 'many', 'x.json: blocks[3].calls must be a number, not "many"'],
    [['blocks', 3, 'calls'], null, 'x.json: blocks[3].calls must be a number, not null'],
    [['blocks', 3, 'arm'], undefined, 'x.json: blocks[3].arm is missing'],
    [['blocks', 3, 'cell'], 7, 'x.json: blocks[3] is of a cell 7 that there is not'],
    [['blocks', 3, 'arm'], 'beer', 'x.json: blocks[3] is of an arm beer that its cell has not'],
    [['blocks', 3, 'process'], 2, 'x.json: blocks[3] is of a process 2 that there is not'],
    [['distributions', 1, 'view'], 'x', 'x.json: distributions[1] is of a view x that its cell has not'],
    [['distributions', 1, 'counts', 0], [1], 'x.json: distributions[1].counts[0] must have 2 items, not 1'],
    [['processes', 0, 'lengths'], [1], 'x.json: processes[0] has not a length for each cell'],
    [['end'], 'bored', 'x.json: end must be "width" or "budget" or "rounds" or "interrupted" or "failed", not "bored"'],
    [['plan', 'budgetMs'], 'x', 'x.json: plan.budgetMs must be null or a number, not "x"'],
    [
      ['experiment', 'cells', 0, 'cell', 'cup'],
      [],
      'x.json: experiment.cells[0].cell.cup must be a text or a number or true or false, not []',
    ],
    [['environment', 'kernel'], undefined, 'x.json: environment.kernel is missing'],
  ] as const) {
    it(`is refused with a word on what is wrong: ${said.slice(8, 60)}`, () => {
      assert.throws(
        () => parseRun(pathOf(parts, value), 'x.json'),
        (error: Error) => {
          assert.ok(error instanceof StoreError);
          assert.equal(error.message, said);
          return true;
        },
      );
    });
  }

  it('may have more than is known here', () => {
    assert.deepEqual(parseRun(pathOf(['later'], 7), 'it'), parseRun(text, 'it'));
    assert.ok(parseRun(pathOf(['blocks', 0, 'later'], 7), 'it'));
  });

  it('is refused if it is no JSON, or not to be had', () => {
    const folder = mkdtempSync(join(tmpdir(), 'sockcall-store-'));
    try {
      const file = join(folder, 'cut.json');
      writeFileSync(file, text.slice(0, 1000));
      assert.throws(() => loadRun(file), /^Error: .*cut\.json is not JSON: /);
      assert.throws(() => loadRun(join(folder, 'none.json')), /can't read .*none\.json: ENOENT/);
      for (const other of ['null', '7', '"text"', '[]']) {
        writeFileSync(file, other);
        assert.throws(() => loadRun(file), /cut\.json: it is no stored run of sockcall/);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
