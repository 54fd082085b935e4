// Run by counters.test.ts as an ordinary user: prints what counters that one gets.
import { openCounters } from '../../../../lib/compare/calls/counter';

const { counters, notes } = openCounters();
process.stdout.write(JSON.stringify({ names: counters?.names ?? [], notes }));
counters?.close();
