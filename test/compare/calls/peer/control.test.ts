import assert from 'node:assert/strict';
import { AF_UNIX, type Fd, SOCK_STREAM, close, socketpair } from '../../../../lib';
import { setSlice } from '../../../../lib/compare/calls/party';
import { Control } from '../../../../lib/compare/calls/peer/control';
import { amidSignals } from '../../../helpers/signals';

describe('Control', () => {
  let own: Fd;
  let its: Fd;
  before(() => {
    [own, its] = socketpair(AF_UNIX, SOCK_STREAM);
    setSlice(own);
  });
  after(() => [own, its].forEach((fd) => close(fd)));

  it('is read no longer than it was asked to, though signals come all the time', async () => {
    await amidSignals(() => assert.equal(new Control(own).read(2), undefined));
  }).timeout(60_000);

  it('is read for a slice at least', () => {
    new Control(its).write({ ready: true });
    assert.deepEqual(new Control(own).read(0), { ready: true });
    assert.equal(new Control(own).read(0), undefined);
  });
});
