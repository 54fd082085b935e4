import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { type ProgressStream, showProgress } from '../../../../lib/compare/report';
import { sampleRecord } from '../sample';

const { experiment } = sampleRecord({ processes: 1, rounds: 1 });

const estimate = {
  cell: { transport: 'tcp', direction: 'send', size: 64 },
  baseline: 'send',
  candidate: 'write',
  value: 33.14,
  low: 28,
  high: 38,
};

const base = { processes: 8, phase: 'rounds', rounds: 0 } as const;

/** What is written to a stream that is a terminal, or none. */
function written(isTTY: boolean, columns = 80): { stream: ProgressStream; text: () => string } {
  const pass = new PassThrough();
  const stream = Object.assign(pass, isTTY ? { isTTY, columns } : {}) as ProgressStream;
  return { stream, text: () => ((pass.read() as Buffer | null) ?? Buffer.alloc(0)).toString() };
}

describe('showProgress', () => {
  it('writes a few plain lines where there is no terminal', () => {
    const { stream, text } = written(false);
    const view = showProgress(stream, experiment);
    view.update({ ...base, done: 0, leftMs: undefined, process: 0, phase: 'starting', round: 0 });
    view.update({ ...base, done: 0.1, leftMs: 50_000, process: 0, phase: 'warm-up', round: 0 });
    view.update({ ...base, done: 0.26, leftMs: 40_300, process: 2, round: 40, estimate });
    view.update({ ...base, done: 0.3, leftMs: 39_000, process: 2, round: 41, estimate });
    view.update({ ...base, done: 1, leftMs: 200_000, process: 7, round: 50 });
    view.stop();
    assert.equal(
      text(),
      '0 %: process 1 of 8, starting\n' +
        '26 %: process 3 of 8, round 41; 41 s left; tcp, send, 64 B: write less send +33.1 [28.0, 38.0] ns so far\n' +
        '100 %: process 8 of 8, round 51; 3 min 20 s left\n',
    );
  });

  it('draws a bar on a terminal, in one line, and takes it away in the end', () => {
    const { stream, text } = written(true, 60);
    const view = showProgress(stream, experiment);
    view.update({ ...base, done: 0.5, leftMs: 40_300, process: 2, round: 40, estimate });
    view.stop();
    const drawn = text();
    assert.match(drawn, /\[#{4}-{4}\] process 3\/8, round 41; 41 s left; tcp, send, 64 ~/);
    // eslint-disable-next-line no-control-regex -- the escapes are what is taken away
    for (const line of drawn.split(/\x1b\[\??\d*[a-zA-Z]/)) assert.ok(line.length <= 60, line);
    assert.ok(!drawn.includes('\n'));
  });

  it('takes no name for a value of the bar’s own', () => {
    const { stream, text } = written(true);
    const view = showProgress(stream, experiment);
    view.update({
      ...base,
      done: 0.5,
      leftMs: 9000,
      process: 2,
      round: 4,
      estimate: { ...estimate, candidate: '{bar}' },
    });
    view.stop();
    assert.match(text(), /9 s left; tcp, send, 64 B: \{bar\} \+33\.1 \+-5\.0 ns/);
  });
});
