import { badDescriptor } from './bad-descriptor';
import { datagrams } from './datagrams';
import { load } from './load';
import { sendRecv, writeRead } from './round-trip';
import { emptyRead, peek } from './succeeding';
import type { Settings, Suite } from './suite';

/** All suites, in the order in which they are printed. */
export function allSuites(settings: Settings): Suite[] {
  return [badDescriptor, emptyRead, peek, sendRecv, writeRead, datagrams, load].map((suite) => suite(settings));
}
