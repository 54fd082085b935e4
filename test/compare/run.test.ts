import assert from 'node:assert/strict';
import { SyscallError } from '../../lib';
import { BLOCK_MS } from '../../lib/compare/calibrate';
import { allCells } from '../../lib/compare/cell';
import { type Plan, type Progress, run } from '../../lib/compare/run';
import { CELL, FakeInstruments } from './fake';

const never = new AbortController().signal;
const cells = allCells(['socketpair', 'tcp'], [1, 64], ['send']);
const plan = (part: Partial<Plan>): Plan => ({ cells, seed: 1, budgetMs: Infinity, rounds: Infinity, ...part });

describe('run', () => {
  it('measures so many rounds', async () => {
    const { rounds, end, blocks, clock } = await run(plan({ rounds: 4 }), new FakeInstruments(), { signal: never });
    assert.deepEqual([rounds, end, blocks.length, clock.length], [4, 'rounds', 4 * 4 * 3, 4]);
    assert.deepEqual(
      blocks.slice(12, 24).map(({ round, position }) => [round, position]),
      [...new Array(12).keys()].map((position) => [1, position]),
    );
  });

  it('sets up anew for the warm-up and for every round', async () => {
    const instruments = new FakeInstruments();
    await run(plan({ rounds: 4 }), instruments, { signal: never });
    assert.equal(instruments.renewals, 5);
  });

  it('stops before the round that would overrun the budget, warm-up included', async () => {
    const result = await run(plan({ budgetMs: 1000 }), new FakeInstruments(), { signal: never });
    assert.equal(result.end, 'budget');
    const perRound = (result.elapsedMs - result.warmUpMs) / result.rounds;
    assert.ok(result.elapsedMs <= 1000 && result.elapsedMs + perRound > 1000, String(result.elapsedMs));
    assert.equal(result.blocks.length, result.rounds * 12);
  });

  it('measures one round at least', async () => {
    const { rounds } = await run(plan({ budgetMs: 0.001 }), new FakeInstruments(), { signal: never });
    assert.equal(rounds, 1);
  });

  it('makes blocks of a cell equally long, so that they take about what they should', async () => {
    const instruments = new FakeInstruments(({ size }, arm) => (arm === 'send' ? size * 100 : size * 110));
    const { blocks } = await run(plan({ rounds: 2 }), instruments, { signal: never });
    for (const size of [1, 64]) {
      const ofSize = blocks.filter((block) => block.size === size);
      assert.deepEqual([...new Set(ofSize.map(({ calls }) => calls))], [Math.round((BLOCK_MS * 1e6) / (size * 100))]);
    }
  });

  it('repeats the order of a seed', async () => {
    const order = async (seed: number): Promise<unknown> =>
      (await run(plan({ rounds: 2, seed }), new FakeInstruments(), { signal: never })).blocks;
    assert.deepEqual(await order(9), await order(9));
    assert.notDeepEqual(await order(9), await order(10));
  });

  it('ends after the round in which it is interrupted', async () => {
    const interrupt = new AbortController();
    const onProgress = ({ rounds }: Progress): void => (rounds === 3 ? interrupt.abort() : undefined);
    const result = await run(plan({}), new FakeInstruments(), { signal: interrupt.signal, onProgress });
    assert.deepEqual([result.end, result.rounds, result.blocks.length], ['interrupted', 3, 36]);
  });

  it('measures nothing if it is interrupted before', async () => {
    const result = await run(plan({}), new FakeInstruments(), { signal: AbortSignal.abort() });
    assert.deepEqual([result.end, result.rounds, result.blocks.length], ['interrupted', 0, 0]);
  });

  it('tells how far it is', async () => {
    const seen: Progress[] = [];
    await run(plan({ rounds: 4 }), new FakeInstruments(), { signal: never, onProgress: (each) => seen.push(each) });
    assert.deepEqual(
      seen.map(({ done }) => done),
      [0.25, 0.5, 0.75, 1],
    );
  });

  it('ends with a failed call, and keeps its block', async () => {
    let blocks = 0;
    const error = new SyscallError('write', -32);
    const failing = new FakeInstruments((_cell, arm) =>
      arm === 'write' && ++blocks > 200 ? { calls: 7, ns: 2000, short: 0, failed: 1, error } : 300,
    );
    const result = await run(plan({ cells: [CELL], budgetMs: 10_000 }), failing, { signal: never });
    assert.equal(result.end, 'failed');
    assert.match(result.failure!.message, /^write EPIPE, in a block of write\(\) on an AF_UNIX socketpair, 64 bytes/);
    assert.equal(result.failure!.cause, error);
    assert.deepEqual([result.blocks.at(-1)!.calls, result.blocks.at(-1)!.failed], [7, 1]);
  });

  it('does not hide an error that is no failed call', async () => {
    const broken = new FakeInstruments(() => {
      throw new TypeError('broken');
    });
    await assert.rejects(run(plan({ rounds: 1 }), broken, { signal: never }), /broken/);
  });
});
