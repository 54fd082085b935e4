import assert from 'node:assert/strict';
import { join } from 'node:path';
import { between } from './line';
import { needStrace, trace } from './strace';

describe('strace of options as values', () => {
  before(needStrace);

  it('shows one system call for each, with the structure that C would have', async () => {
    const { threads, stdout } = await trace(join(__dirname, 'fixtures', 'options.ts'));
    const seen = threads.flatMap((lines) => between(lines, 'begin-options', 'end-options') ?? []);
    assert.deepEqual(
      seen.map(({ text }) => text),
      JSON.parse(stdout),
    );
  });
});
