import assert from 'node:assert/strict';
import { linesOf, run } from './run';

describe('examples/pass-fds', () => {
  it('lets a child use the listener and the file that the parent has passed on and closed', async () => {
    const lines = linesOf(await run('pass-fds/parent.ts'));
    const of = (who: string): string[] => lines.filter((line) => line.startsWith(`${who}: `));
    assert.deepEqual(of('child'), ['child: got 2 descriptors, and the task: answer one call']);
    const [passed, called, heard, file, ...more] = of('parent');
    assert.equal(passed, 'parent: passed a listener and a file on, and closed both');
    assert.match(called!, /^parent: called 127\.0\.0\.1:\d+$/);
    assert.equal(heard, 'parent: heard "hello from the child"');
    assert.equal(file, 'parent: the file has "the parent begins\\nthe child goes on\\n"');
    assert.deepEqual(more, []);
  });
});
