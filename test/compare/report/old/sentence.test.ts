import assert from 'node:assert/strict';
import type { Comparison } from '../../../../lib/compare/analyse';
import { formatSentences } from '../../../../lib/compare/report/old/sentence';
import type { Verdict } from '../../../../lib/compare/statistics';
import type { TransportName } from '../../../../lib/compare/transport';

function comparison(
  transport: TransportName,
  direction: 'send' | 'recv',
  size: number,
  verdict: Verdict,
  ns: number,
): Comparison {
  const [a, b] = direction === 'send' ? (['send', 'write'] as const) : (['recv', 'read'] as const);
  return {
    cell: { transport, size, direction },
    baseline: { arm: a, ns: 500 },
    candidate: { arm: b, ns: 500 + ns },
    difference: { value: ns, interval: undefined },
    percent: { value: ns / 5, interval: undefined },
    floor: 1,
    verdict,
  };
}

describe('formatSentences', () => {
  it('sums up what holds at every size, one sentence a transport', () => {
    assert.deepEqual(
      formatSentences([
        comparison('tcp', 'send', 1, 'more', 31.2),
        comparison('tcp', 'send', 64, 'more', 38.7),
        comparison('tcp', 'recv', 1, 'less', -60),
        comparison('tcp', 'recv', 64, 'less', -60.2),
        comparison('unix', 'send', 1, 'more', 25),
      ]),
      [
        'On TCP loopback write() costs 31–39 ns more than send() (6.2–7.7 %) at every size; ' +
          'read() costs 60 ns less than recv() (12 %) at every size.',
        'On an AF_UNIX connection write() costs 25 ns more than send() (5.0 %) at 1 B.',
      ],
    );
  });

  it('says at which sizes nothing can be shown', () => {
    assert.deepEqual(
      formatSentences([
        comparison('socketpair', 'send', 1, 'more', 20),
        comparison('socketpair', 'send', 64, 'none', 90),
        comparison('socketpair', 'send', 1024, 'none', -90),
        comparison('socketpair', 'recv', 1, 'none', 90),
        comparison('socketpair', 'recv', 64, 'none', 90),
      ]),
      [
        'On an AF_UNIX socketpair write() costs 20 ns more than send() (4.0 %) at 1 B, ' +
          'while at 64 B and 1 KiB this run can show no difference; ' +
          'at every size this run can show no difference between recv() and read().',
      ],
    );
  });

  it('keeps sizes apart at which the sign differs', () => {
    assert.deepEqual(
      formatSentences([
        comparison('tcp', 'recv', 1, 'more', 20),
        comparison('tcp', 'recv', 64, 'less', -15),
        comparison('tcp', 'recv', 1024, 'none', 1),
      ]),
      [
        'On TCP loopback read() costs 20 ns more than recv() (4.0 %) at 1 B, ' +
          'while read() costs 15 ns less than recv() (3.0 %) at 64 B, while at 1 KiB this run can show no difference.',
      ],
    );
  });

  it('names no number after too few rounds', () => {
    assert.deepEqual(formatSentences([comparison('tcp', 'send', 1, 'too few rounds', 31)]), [
      'On TCP loopback fewer than 10 rounds are too few to tell write() from send().',
    ]);
  });
});
