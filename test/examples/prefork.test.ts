import assert from 'node:assert/strict';
import { linesOf, run } from './run';

describe('examples/prefork', () => {
  it('gives every worker a share of the connections, and loses none', async () => {
    const [head, ...lines] = linesOf(await run('prefork/main.ts', '3', '300'));
    assert.match(head!, /^port [1-9]\d*, 3 workers, 300 connections$/);
    assert.equal(lines.length, 3);
    const shares = lines.map((line, index) => {
      const found = /^worker (\d+), process (\d+): took (\d+), answered (\d+)$/.exec(line);
      assert.ok(found, line);
      const [worker, , took, answered] = found.slice(1).map(Number);
      assert.equal(worker, index + 1);
      assert.equal(took, answered);
      return took!;
    });
    assert.equal(
      shares.reduce((sum, share) => sum + share),
      300,
    );
    assert.ok(
      shares.every((share) => share > 0),
      shares.join(' '),
    );
  });

  it('is one server like any other if it has one worker', async () => {
    const [, line] = linesOf(await run('prefork/main.ts', '1', '5'));
    assert.match(line!, /took 5, answered 5$/);
  });
});
