import assert from 'node:assert/strict';
import fc from 'fast-check';
import { openDescriptors } from '../helpers/descriptors';
import { Channel } from './model';

const CHANNELS = 100;

type Step =
  | { readonly kind: 'send'; readonly channel: number; readonly length: number }
  | { readonly kind: 'recv'; readonly channel: number; readonly size: number; readonly abortable: boolean }
  | { readonly kind: 'abort'; readonly channel: number; readonly which: number }
  | { readonly kind: 'reopen' | 'reopenByFs' | 'replace'; readonly channel: number }
  | { readonly kind: 'turn' };

const channel = fc.nat({ max: CHANNELS - 1 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 60,
    arbitrary: fc.record({
      kind: fc.constant('recv' as const),
      channel,
      size: fc.integer({ min: 1, max: 40 }),
      abortable: fc.boolean(),
    }),
  },
  {
    weight: 10,
    arbitrary: fc.record({ kind: fc.constant('send' as const), channel, length: fc.integer({ min: 1, max: 60 }) }),
  },
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('abort' as const), channel, which: fc.nat({ max: 100 }) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constantFrom('reopen' as const, 'reopenByFs' as const, 'replace' as const),
      channel,
    }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'turn' as const }) },
);

/** Lets the loop look at every descriptor and at all that goes on after it. */
async function turn(): Promise<void> {
  for (let times = 0; times < 3; times++) await new Promise(setImmediate);
}

function take(channels: readonly Channel[], next: Exclude<Step, { kind: 'turn' }>): void {
  const on = channels[next.channel]!;
  if (next.kind === 'send') on.send(next.length);
  else if (next.kind === 'recv') on.recv(next.size, next.abortable);
  else if (next.kind === 'abort') on.abort(next.which);
  else on[next.kind]();
}

describe('reactor: any order of waits, cancels, closes and numbers used again', () => {
  it('does what the model says', async function () {
    this.timeout(120_000);
    let most = 0;
    // The reactor has a descriptor of its own from the first wait on.
    const first = new Channel();
    first.recv(1, false);
    first.end();
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 500, maxLength: 6000, size: 'max' }), async (steps) => {
        const before = openDescriptors()?.size;
        const channels = Array.from({ length: CHANNELS }, () => new Channel());
        for (const next of steps) {
          if (next.kind === 'turn') {
            await turn();
            for (const each of channels) each.serve();
            most = Math.max(
              most,
              channels.reduce((sum, { pending }) => sum + pending, 0),
            );
          } else take(channels, next);
        }
        await turn();
        for (const each of channels) each.serve();
        for (const each of channels) each.end();
        await turn();
        for (const each of channels) each.check();
        assert.equal(openDescriptors()?.size, before);
      }),
      { numRuns: 30, seed: 4, endOnFailure: true },
    );
    assert.ok(most > 1000, `only ${most} waits at once`);
  });
});
