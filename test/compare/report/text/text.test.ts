import assert from 'node:assert/strict';
import { packageVersion } from '../../../../lib/compare/environment';
import type { RunRecord } from '../../../../lib/compare/record';
import { type TextOptions, formatText, isUtf8, paintFor } from '../../../../lib/compare/report';
import { analysisOf, sampleAnalysis, sampleRecord } from '../sample';

const record = sampleRecord();
const analysis = sampleAnalysis(record);

function report(of: RunRecord, options: TextOptions = {}): string {
  return formatText(of, sampleAnalysis(of), options);
}

function assertNarrow(text: string): void {
  for (const line of text.split('\n')) assert.ok(line.length <= 80, `${line.length}: ${line}`);
}

describe('formatText', () => {
  it('fits into 80 columns', () => {
    assertNarrow(formatText(record, analysis));
    assertNarrow(formatText(record, analysis, { width: 40 }));
  });

  it('fits with long names, long numbers and wide intervals too', () => {
    const wide = sampleRecord({ sizes: [1, 1_000_003], level: () => 99_900, shift: () => -51_234 });
    const arm = 'sendmsg with MSG_NOSIGNAL and a name that does not end';
    const { cells, factors } = wide.experiment;
    const long: RunRecord = {
      ...wide,
      notes: [`x${'very'.repeat(40)}`],
      experiment: {
        ...wide.experiment,
        factors: factors.map((factor) => ({ ...factor, title: `${factor.title} of the message as it was sent` })),
        cells: cells.map((cell) => ({ ...cell, contest: { ...cell.contest, candidates: [arm] } })),
        armTitles: {},
      },
      blocks: wide.blocks.map((block) => (/write|read/.test(block.arm) ? { ...block, arm } : block)),
    };
    assertNarrow(report(long));
    assert.match(report(long), /-51\d\d\d \[-51\d\d\d, -51\d\d\d\]/);
  });

  it('has a row for every comparison, with levels, shift, floor, delta and verdict', () => {
    const rows = formatText(record, analysis).match(
      /^16 KiB +\d+ +\d+ +\+4\d\.\d \[.*\] +\+\d\.\d +\d\.\d +0\.91 {2}more$/gm,
    );
    assert.equal(rows?.length, 4);
  });

  it('states what the figures rest on', () => {
    const text = formatText(record, analysis);
    for (const part of [packageVersion(), process.versions.node, record.environment.cpu])
      assert.ok(text.includes(part), part);
    assert.match(text, /^run {8}3 processes, 36 rounds, 12 in each, 4 032 blocks of 400 calls/m);
    assert.match(text, /^warm-up {4}steady after 3\.7 s in all$/m);
    assert.match(text, /^clock {6}measuring adds 20\.0 ns to each value, subtracted/m);
    assert.match(text, /^seed {7}42$/m);
    assert.match(text, /^calls {6}1 612 800 calls; none was short, none failed$/m);
  });

  it('says which rule ended the run', () => {
    const ends: [Partial<RunRecord>, RegExp][] = [
      [{ end: 'budget' }, /^end {8}the time was up \(60\.0 s\)$/m],
      [{ end: 'rounds', plan: { ...record.plan, rounds: 12 } }, /^end {8}all 12 rounds of each process were made$/m],
      [
        { end: 'width', plan: { ...record.plan, width: 2 } },
        /^end {8}by the estimate that ends a run, every interval was as narrow as\n {11}asked for \(2\.0 ns\)$/m,
      ],
      [{ end: 'interrupted' }, /^end {8}CUT SHORT: it was interrupted before it was done$/m],
      [{ end: 'failed', failure: 'the peer died' }, /^end {8}CUT SHORT: the peer died$/m],
    ];
    for (const [change, expected] of ends) assert.match(formatText({ ...record, ...change }, analysis), expected);
    assert.match(formatText({ ...record, end: 'interrupted' }, analysis), /^CUT SHORT: this is what was measured/m);
  });

  it('says which processes failed or never became steady, and where', () => {
    const [first, second, third] = record.processes;
    const processes = [
      first!,
      { ...second!, warmUp: { ms: 1000, steady: false, unsteady: [1, 2] } },
      { ...third!, failure: 'killed by SIGKILL' },
    ];
    const text = formatText({ ...record, processes }, analysis);
    assert.match(text, /^warm-up {4}NOT STEADY after 3\.5 s in 1 of 3 processes \(unix, send, 64 B; unix,/m);
    assert.match(text, /^process 3 {2}FAILED: killed by SIGKILL$/m);
  });

  it('shows short and failed calls with their arms', () => {
    const [first, ...rest] = record.blocks;
    const text = report({ ...record, blocks: [{ ...first!, short: 3, failed: 1 }, ...rest] });
    assert.match(text, /^calls {6}1 612 800 calls; 3 SHORT and 1 FAILED/m);
    assert.match(text, /^Short and failed calls\n.*\nunix, send, 1 B +send +28 800 +3 +1$/m);
  });

  it('has tables of the other views, of what was counted, and of percentiles; or none of them', () => {
    const headings = ['As JavaScript sees it', 'Counted, for each call', 'Percentiles of single values'];
    const [full, brief] = [formatText(record, analysis), formatText(record, analysis, { details: false })];
    for (const heading of headings) assert.deepEqual([full.includes(heading), brief.includes(heading)], [true, false]);
    assert.match(full, /^1 KiB {9}instructions +1210 +1302 +\+92\.0 +\+7\.6$/m);
    assert.match(full, /^1 B +send +296 +424 +956 +1880 +4376 +6364$/m);
  });

  it('shows corrected percentiles next to uncorrected ones', () => {
    const twice = record.distributions.flatMap((entry) => [
      { ...entry, kind: 'corrected', counts: entry.counts.map(([value, count]) => [value * 10, count] as const) },
      { ...entry, kind: 'uncorrected' },
    ]);
    const text = report({ ...record, distributions: twice });
    assert.match(text, /^1 B +send, corrected +3140 .*\n1 B +send, uncorrected +296 /m);
    assertNarrow(text);
  });

  it('ends with the sentences', () => {
    const tail = formatText(record, analysis).split('\n\n').at(-1)!;
    assert.match(tail, /^On AF_UNIX at every message size, write\(\) costs 2\d–4\d ns more than send\(\)/);
    assert.match(tail, /Against itself the baseline came out within/);
  });

  it('has something to say even of a run that came to nothing', () => {
    const empty = { ...record, end: 'interrupted' as const, processes: [], blocks: [], distributions: [] };
    const text = formatText(empty, analysisOf([]));
    assert.match(text, /^Nothing to report: it was cut short before a round was done\.$/m);
    assert.match(text, /^run {8}0 processes, 0 rounds, 0 blocks of 0 calls/m);
  });

  it('is ASCII alone where the terminal is', () => {
    const text = formatText(record, analysis, { utf8: false });
    // eslint-disable-next-line no-control-regex -- all of ASCII
    assert.match(text, /^[\x00-\x7f]*$/);
    assert.match(text, /^1 B +:+\|:+ +-+o-+$/m);
    assertNarrow(text);
  });

  it('has the same text in colour as without', () => {
    const coloured = formatText(record, analysis, { paint: paintFor({ isTTY: true }, {}) });
    // eslint-disable-next-line no-control-regex -- the escapes are what is taken away
    assert.equal(coloured.replace(/\x1b\[\d+m/g, ''), formatText(record, analysis));
    assert.notEqual(coloured, formatText(record, analysis));
  });
});

describe('paintFor', () => {
  it('colours on terminals only, and not with NO_COLOR', () => {
    const isPlain = (isTTY: boolean, env: NodeJS.ProcessEnv): boolean => paintFor({ isTTY }, env)('bold', 'x') === 'x';
    const found = [
      isPlain(true, {}),
      isPlain(true, { NO_COLOR: '' }),
      isPlain(true, { NO_COLOR: '1' }),
      isPlain(false, {}),
    ];
    assert.deepEqual(found, [false, false, true, true]);
  });
});

describe('isUtf8', () => {
  it('asks the locale as the C library does', () => {
    const envs = [{ LANG: 'C.UTF-8' }, { LC_ALL: 'C', LANG: 'C.UTF-8' }, { LC_ALL: '', LC_CTYPE: 'de_DE.utf8' }, {}];
    assert.deepEqual(
      envs.map((env) => isUtf8(env)),
      [true, false, true, false],
    );
  });
});
