import assert from 'node:assert/strict';
import { formatMarkdown } from '../../../../lib/compare/report';
import { analysisOf, sampleAnalysis, sampleRecord } from '../sample';

const record = sampleRecord();
const analysis = sampleAnalysis(record);

describe('formatMarkdown', () => {
  const text = formatMarkdown(record, analysis);

  it('has sentences, results, circumstances and environment', () => {
    assert.match(text, /^# send\/recv or read\/write\?\n\n- On AF_UNIX at every message size, write\(\) costs/);
    for (const heading of ['Results', 'As JavaScript sees it', 'Outliers', 'How it was measured', 'Where']) {
      assert.ok(text.includes(`\n\n## ${heading}\n\n`), heading);
    }
    assert.ok(text.includes(`Node ${process.versions.node}`));
    assert.match(text, /^- seed: 42$/m);
  });

  it('has tables with as many fields in every row as in its heading', () => {
    const blocks = text.split(/\n\n/).filter((part) => /^\|/m.test(part));
    assert.ok(blocks.length >= 8);
    for (const block of blocks) {
      const lines = block.split('\n').filter((line) => line.startsWith('|'));
      const counts = new Set(lines.map((line) => line.replaceAll('\\|', '').split('|').length));
      assert.equal(counts.size, 1, block);
    }
  });

  it('lets no name break out of its place', () => {
    const experiment = { ...record.experiment, title: 'a | b <script> *x* `y` [z](w) _u_ v_w' };
    const odd = formatMarkdown({ ...record, experiment }, analysis);
    assert.equal(odd.split('\n')[0], '# a \\| b &lt;script> \\*x\\* \\`y\\` [z\\](w) \\_u\\_ v_w');
  });

  it('says if the run was cut short, and if it came to nothing', () => {
    const short = formatMarkdown({ ...record, end: 'failed', failure: 'no room' }, analysis);
    assert.match(short, /\*\*CUT SHORT: this is what was measured until then\.\*\*/);
    assert.match(short, /^- end: \*\*CUT SHORT: no room\*\*$/m);
    assert.match(formatMarkdown(record, analysisOf([])), /Nothing to report/);
  });
});
