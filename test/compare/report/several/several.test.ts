import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import {
  type SeveralRun,
  formatSeveral,
  formatSeveralCsv,
  formatSeveralMarkdown,
} from '../../../../lib/compare/report/several';
import { type SampleOptions, sampleRecord } from '../sample';
import { analyse } from '../../../../lib/compare/analysis';

const base: SampleOptions = { transports: ['tcp'], directions: ['send'], views: ['native'] };

function runOn(machine: string, options: SampleOptions): SeveralRun {
  const record = sampleRecord({ ...base, ...options });
  return {
    name: `${machine}.json`,
    record: { ...record, environment: { ...record.environment, machine } },
    analysis: analyse(record, { resamples: 100 }),
  };
}

/** The part between its heading and the next one. */
function togetherOf(text: string): string {
  const start = text.indexOf('machines together');
  return text.slice(start, text.indexOf('Run 2 against run 1', start));
}

function labelsIn(text: string): string[] {
  return [...text.matchAll(/^(?:\| )?(\d+ (?:KiB|B)) /gm)].map(([, label]) => label!);
}

describe('the report on several machines', () => {
  const runs = [
    runOn('one', { sizes: [1, 16384] }),
    runOn('two', { sizes: [1, 64, 16384] }),
    runOn('three', { sizes: [64, 16384] }),
  ];

  for (const [form, format] of [
    ['text', (of: readonly SeveralRun[]) => formatSeveral(of)],
    ['Markdown', formatSeveralMarkdown],
  ] as const) {
    it(`shows in ${form} what the first of them lacks, and over how many each mean is`, () => {
      const table = togetherOf(format(runs));
      assert.deepEqual(labelsIn(table), ['1 B', '64 B', '16 KiB']);
      assert.match(table, /n\s+is\s+how\s+many\s+of\s+the\s+machines\s+a\s+mean\s+is\s+over/);
      assert.match(table.replaceAll('|', ' '), /^ *64 B .* 2 +\S+ *$/m);
      for (const line of formatSeveral(runs).split('\n')) assert.ok(line.length <= 80, line);
    });

    it(`gives in ${form} no number of machines if all have everything`, () => {
      const table = togetherOf(format([runs[1]!, { ...runOn('four', { sizes: [1, 64, 16384] }) }]));
      assert.deepEqual(labelsIn(table), ['1 B', '64 B', '16 KiB']);
      assert.doesNotMatch(table, /n is how many/);
    });
  }

  it('shows another transport than the first one has under its own heading', () => {
    const text = formatSeveral([
      runOn('one', { sizes: [64] }),
      runOn('two', { sizes: [64], transports: ['tcp', 'unix'] }),
      runOn('three', { sizes: [64], transports: ['tcp', 'unix'] }),
    ]);
    assert.match(togetherOf(text), /^TCP: write\(\) against send\(\)[^]*^AF_UNIX: write\(\) against send\(\)/m);
    assert.match(text.slice(text.indexOf('Over 3 machines:')), /On AF_UNIX/);
  });

  it('has every comparison of every run in CSV, with the factors of all', () => {
    const [first, ...others] = runs;
    const { record } = first!;
    const factors = record.experiment.factors.filter(({ name }) => name !== 'direction');
    const without = { ...first!, record: { ...record, experiment: { ...record.experiment, factors } } };
    const rows = parse<Record<string, string>>(formatSeveralCsv([without, ...others]), { columns: true });
    assert.deepEqual(
      rows.map(({ run, size, direction }) => `${run} ${size} ${direction}`),
      runs.flatMap(({ name, analysis }) => analysis.comparisons.map(({ cell }) => `${name} ${cell.size} send`)),
    );
  });
});
