import { busy } from './busy';
import type { Environment } from './environment';
import { identity } from './identity';
import { boot, clocksource, kernelTracer, sysctls } from './kernel';
import { type Machine, thisMachine } from './machine';
import { packageVersion } from './package-version';
import { memory, power } from './power';
import { present } from './present';
import { processState, security } from './process-state';
import { frequency, processor } from './processor';
import { container, virtualMachine } from './virtual';

/** How long others are watched; ten ticks of the kernel's clock and more. */
const SAMPLE_MS = 200;

/**
 * Looks around; to be called before a run, which is load itself. It takes a fifth of a second, in which it watches what
 * others do.
 */
export function lookAround(machine: Machine = thisMachine(), sampleMs = SAMPLE_MS): Environment {
  const { os } = machine;
  const state = processState(machine);
  return present({
    date: new Date().toISOString(),
    kernel: `${os.type} ${os.release}`,
    kernelVersion: os.version === '' ? undefined : os.version,
    boot: boot(machine),
    arch: os.arch,
    cpu: os.models[0] === undefined || os.models[0] === '' ? 'unknown' : os.models[0],
    cpus: os.models.length === 0 ? os.usable : os.models.length,
    loadavg: os.loadavg,
    node: machine.process.versions.node,
    v8: machine.process.versions.v8,
    sockcall: packageVersion(),
    machine: identity(machine),
    processor: processor(machine),
    frequency: frequency(machine, state.affinity),
    clocksource: clocksource(machine),
    virtual: virtualMachine(machine),
    container: container(machine),
    security: security(machine),
    process: state,
    busy: busy(machine, sampleMs),
    memory: memory(machine),
    power: power(machine),
    sysctls: sysctls(machine),
    kernelTracer: kernelTracer(machine),
  })!;
}
