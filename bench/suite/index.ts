import { badDescriptor } from './bad-descriptor';
import { callCost } from './call-cost';
import { datagrams, datagramsSegmented, datagramsTo } from './datagrams';
import { echo1, echo512, echo64, echoProcessor } from './echo';
import { load } from './load';
import { sendRecv, writeRead } from './round-trip';
import { emptyRead, peek } from './succeeding';
import type { Settings, Suite } from './suite';

/** All suites, in the order in which they are printed. */
export function allSuites(settings: Settings): Suite[] {
  const echoes = process.platform === 'linux' ? [echo1, echo64, echo512, echoProcessor] : [];
  const suites = [
    badDescriptor,
    emptyRead,
    peek,
    sendRecv,
    writeRead,
    datagrams,
    datagramsTo,
    datagramsSegmented,
    ...echoes,
    load,
  ].map((suite) => suite(settings));
  return [...suites, ...callCost(settings)];
}
