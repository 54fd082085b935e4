import assert from 'node:assert/strict';
import { type Environment, facts, lookAround, warnings } from '../../../lib/compare/environment';
import { type Parts, machineOf } from './machine';
import { laptop, mac, pod } from './machines';

const of = (parts: Parts): string[] => warnings(lookAround(machineOf(parts))).map(({ what }) => what);

describe('warnings', () => {
  it('there are none of a quiet machine', () => {
    assert.deepEqual(of({}), []);
  });

  it('of a laptop', () => {
    assert.deepEqual(of(laptop), [
      'The machine runs on its battery, and saves power.',
      'The frequency of the processors follows the load (governor powersave), and levels with it.',
      'Turbo is on: how fast a processor is depends on what the others do, and on how warm it is.',
      'Processors share cores (SMT): what runs on a sibling takes from this one; the first core has the processors 0,2.',
    ]);
  });

  it('of a container in a virtual machine while others work, the worst first', () => {
    assert.deepEqual(of(pod), [
      'strace (pid 77) traces this process: each system call costs some hundred times as much.',
      'The kernel is tracing (events/syscalls), which adds to each system call.',
      'Node is instrumented (--cpu-prof, --inspect, NODE_V8_COVERAGE, LD_PRELOAD), which changes what calls cost from JavaScript.',
      'The kernel takes the time from hpet, which is slow to read and coarse.',
      'Others keep 2.1 of 4 processors busy (a (b) c 1.5, strace 0.1).',
      'Memory is short: something waited for it in 13 % of the last 10 s; 8192 MiB of 16384 MiB are left.',
      'This is a virtual machine (kvm): its host can take the processors away (steal time: 32 % of the time just now, 0.93 % since it was started), and levels depend on the host.',
      'The control group may use 1.50 processors, and is stopped when it has: in the middle of a call.',
      'This process may use one processor (5) of 4: two ends that take turns are measured with the cost of switching between them.',
      '3 seccomp filters add to the cost of each system call; to all alike, or nearly so.',
      'This process gives way to others (nice 5).',
    ]);
  });

  it('where nothing can be watched, the load average has to do', () => {
    assert.deepEqual(of(mac), ['The load was 3.0 over the last minute, on 4 processors.']);
    assert.deepEqual(of({ ...mac, os: { ...mac.os, loadavg: [0.5, 4, 4] } }), []);
  });

  it('each says what can be done about it', () => {
    const environments: Environment[] = [laptop, pod, mac].map((parts) => lookAround(machineOf(parts)));
    for (const { what, remedy } of environments.flatMap(warnings)) {
      assert.match(what, /^[A-Z3s].*\.$/);
      assert.match(remedy, /^[A-Z].{8,}$/);
    }
    assert.deepEqual(
      environments.flatMap(warnings).find(({ what }) => what.includes('hpet'))?.remedy,
      'As root: echo kvm-clock > /sys/devices/system/clocksource/clocksource0/current_clocksource',
    );
  });
});

describe('facts', () => {
  it('are rows of what is known, and of nothing else', () => {
    const rows = new Map(facts(lookAround(machineOf(laptop))).map(({ title, text }) => [title, text]));
    assert.equal(
      rows.get('frequency'),
      'driver intel_pstate, governor powersave, turbo on, 400 to 4700 MHz, at 800 MHz',
    );
    assert.equal(rows.get('mitigations'), 'retbleed: Enhanced IBRS');
    assert.equal(rows.get('security modules'), 'lockdown, capability, yama, apparmor, label unconfined');
    assert.ok(!rows.has('virtual machine') && !rows.has('container'));
    assert.deepEqual(
      facts(lookAround(machineOf(mac))).map(({ title }) => title),
      ['date', 'versions', 'kernel', 'processor', 'load at the start', 'memory'],
    );
  });
});
