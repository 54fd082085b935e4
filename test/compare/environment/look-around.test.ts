import assert from 'node:assert/strict';
import { lookAround } from '../../../lib/compare/environment';
import { machineOf } from './machine';
import { laptop, mac, pod } from './machines';

describe('what is made of the files of a machine', () => {
  it('the processor, its frequency, and what is wrong with it', () => {
    const { processor, frequency, boot, power, memory, sysctls } = lookAround(machineOf(laptop));
    assert.deepEqual(processor, {
      microcode: '0xf0',
      caches: ['L1 Data 32K'],
      mitigations: { retbleed: 'Mitigation: Enhanced IBRS' },
      smt: { active: true, siblings: '0,2' },
      isolated: '3',
    });
    // The fourth processor is not for this process, so how it is set does not matter.
    assert.deepEqual(frequency, {
      driver: 'intel_pstate',
      governors: ['powersave'],
      turbo: true,
      minMHz: 400,
      maxMHz: 4700,
      currentMHz: [800, 800, 800],
    });
    assert.deepEqual(boot, ['mitigations=off', 'isolcpus=3', 'audit=0']);
    assert.equal(power, 'battery');
    assert.equal(memory.available, 8_000_000 * 1024);
    assert.deepEqual(sysctls, { 'net.ipv4.tcp_rmem': '4096 131072 6291456' });
  });

  it('who may look at calls', () => {
    assert.deepEqual(lookAround(machineOf(laptop)).security, {
      modules: ['lockdown', 'capability', 'yama', 'apparmor'],
      label: 'unconfined',
      seccomp: 'off',
      seccompFilters: 0,
    });
    assert.deepEqual(lookAround(machineOf(pod)).security, { seccomp: 'filter', seccompFilters: 3 });
  });

  it('this process: tracer, processors, limits, and names of what instruments it without their values', () => {
    assert.deepEqual(lookAround(machineOf(pod)).process, {
      affinity: '5',
      quota: 1.5,
      limits: { 'open files': [1024, 1_048_576], 'address space': [null, null] },
      nice: 5,
      tracer: { pid: 77, name: 'strace' },
      instruments: ['--cpu-prof', '--inspect', 'NODE_V8_COVERAGE', 'LD_PRELOAD'],
    });
  });

  it('a virtual machine and a container', () => {
    const { virtual, container, clocksource, kernelTracer, frequency } = lookAround(machineOf(pod));
    assert.deepEqual(virtual, {
      hypervisor: true,
      product: 'QEMU Standard PC (Q35 + ICH9, 2009)',
      detected: 'kvm',
      stealPercent: 0.93,
    });
    assert.equal(container, 'kubepods');
    assert.deepEqual(clocksource, { current: 'hpet', available: ['hpet', 'kvm-clock', 'acpi_pm'] });
    assert.equal(kernelTracer, 'events/syscalls');
    assert.deepEqual(frequency, { currentMHz: [2600] });
  });

  it('containers say what they are in different ways', () => {
    const of = (files: Record<string, string>): string | undefined => lookAround(machineOf({ files })).container;
    assert.equal(of({ '/.dockerenv': '' }), 'docker');
    assert.equal(of({ '/run/.containerenv': 'engine="podman-4.3.1"\nname="x"' }), 'podman-4.3.1');
    assert.equal(of({ '/run/.containerenv': '' }), 'podman');
    assert.equal(of({ '/run/systemd/container': 'systemd-nspawn' }), 'systemd-nspawn');
    assert.equal(of({ '/proc/self/cgroup': '4:memory:/docker/0123' }), 'docker');
    assert.equal(of({ '/proc/self/cgroup': '0::/user.slice/user-1000.slice' }), undefined);
  });

  it('what others did in a moment, by ticks of 10 ms', () => {
    // In 200 ms of the clock: 42 ticks of work of others and 20 stolen, and the processes' own share of them.
    assert.deepEqual(lookAround(machineOf(pod), 200).busy, {
      ms: 200,
      cpus: 3.1,
      steal: 1,
      processes: [
        { pid: 78, name: 'a (b) c', cpus: 1.5 },
        { pid: 77, name: 'strace', cpus: 0.1 },
      ],
      pressure: { memory: 12.5 },
    });
  });

  it('what can not be read is absent', () => {
    const { date, node, v8, sockcall, ...rest } = lookAround(machineOf(mac));
    assert.ok(date !== '' && node !== '' && v8 !== '' && sockcall !== '');
    assert.deepEqual(rest, {
      kernel: 'Darwin 24.0.0',
      kernelVersion: 'Darwin Kernel Version 24.0.0',
      arch: 'arm64',
      cpu: 'A Processor',
      cpus: 4,
      loadavg: [3, 1, 1],
      process: { instruments: [] },
      memory: { total: 2 ** 34, available: 2 ** 33 },
    });
  });

  it('a machine is told from others, and its id is not told', () => {
    const id = '0123456789abcdef0123456789abcdef';
    const of = (files: Record<string, string>, models = ['A']): string | undefined =>
      lookAround(machineOf({ files, os: { models } })).machine;
    const one = of({ '/etc/machine-id': id });
    assert.match(one!, /^[0-9a-f]{16}$/);
    assert.ok(!id.includes(one!));
    assert.equal(of({ '/etc/machine-id': `${id}\n` }), one);
    assert.equal(of({ '/var/lib/dbus/machine-id': id }), one);
    assert.notEqual(of({ '/etc/machine-id': id.replace('0', '1') }), one);
    assert.notEqual(of({ '/etc/machine-id': id }, ['A', 'A']), one);
    assert.equal(of({ '/etc/machine-id': 'uninitialized' }), undefined);
    assert.equal(of({}), undefined);
  });
});
