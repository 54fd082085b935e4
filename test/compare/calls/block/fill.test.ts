import assert from 'node:assert/strict';
import { MSG_DONTWAIT, recv } from '../../../../lib';
import { fillQueue } from '../../../../lib/compare/calls/block/fill';
import { amidSignals } from '../../../helpers/signals';
import { streamPair, withEnds } from './ends';

describe('fillQueue', () => {
  it('does not wait for ever for what somebody else has taken, though signals come all the time', async () => {
    await amidSignals(() => {
      withEnds(streamPair, (ends) => {
        const empty = fillQueue(ends, 1024);
        assert.equal(recv(ends.receiver, new Uint8Array(1024), MSG_DONTWAIT), 1024);
        empty();
        assert.throws(() => recv(ends.receiver, new Uint8Array(1), MSG_DONTWAIT), { code: 'EAGAIN' });
      });
    });
  }).timeout(60_000);
});
