import assert from 'node:assert/strict';
import { tscFault } from '../../../../lib/compare/calls/clock';

const cpuinfo = (flags: string): string => `processor\t: 0\nflags\t\t: ${flags}\nbugs\t\t:\n`;
const good = {
  cpuinfo: cpuinfo('fpu tsc rdtscp constant_tsc nonstop_tsc'),
  current: 'tsc',
  available: ['tsc', 'hpet', 'acpi_pm'],
};

describe('whether the time stamp counter is a clock', () => {
  it('is so where the kernel keeps its own time by it', () => {
    assert.equal(tscFault(good), undefined);
  });

  it('is so in a virtual machine whose clock is made of it, if the kernel has not found it unstable', () => {
    assert.equal(tscFault({ ...good, current: 'kvm-clock', available: ['kvm-clock', 'tsc'] }), undefined);
    assert.match(tscFault({ ...good, current: 'kvm-clock', available: ['kvm-clock'] })!, /clock source is kvm-clock/);
  });

  it('is not so otherwise, and says why', () => {
    const rows: [Partial<typeof good>, RegExp][] = [
      [{ cpuinfo: cpuinfo('fpu tsc rdtscp nonstop_tsc') }, /lack constant_tsc$/],
      [{ cpuinfo: cpuinfo('fpu tsc rdtscp') }, /lack constant_tsc and nonstop_tsc$/],
      [{ cpuinfo: cpuinfo('tsc constant_tsc nonstop_tsc') }, /lacks rdtscp/],
      [{ cpuinfo: '' }, /lack constant_tsc and nonstop_tsc/],
      [{ current: 'hpet' }, /does not trust it, whose clock source is hpet/],
      [{ current: '' }, /does not tell/],
    ];
    for (const [facts, why] of rows) assert.match(tscFault({ ...good, ...facts }) ?? 'it is', why);
  });
});
