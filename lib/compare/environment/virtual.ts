import type { VirtualMachine } from './environment';
import type { Machine } from './machine';
import { present } from './present';
import { cpuinfo } from './processor';
import { stealSinceBoot } from './stat';

const DMI = '/sys/class/dmi/id';

/** The virtual machine that this is, by the processor's own word, the firmware's, or systemd's. */
export function virtualMachine(machine: Machine): VirtualMachine | undefined {
  const hypervisor = / hypervisor( |$)/.test(cpuinfo(machine, 'flags') ?? '');
  const said = machine.ask('systemd-detect-virt', '--vm');
  const detected = said === 'none' ? undefined : said;
  if (!hypervisor && detected === undefined) return undefined;
  const product = [machine.readFile(`${DMI}/sys_vendor`), machine.readFile(`${DMI}/product_name`)]
    .filter((text) => text !== undefined)
    .join(' ');
  return present({
    hypervisor,
    product: product === '' ? undefined : product,
    detected,
    stealPercent: stealSinceBoot(machine),
  });
}

/** Words in the paths of control groups that only runtimes of containers use. */
const RUNTIMES = /\b(docker|libpod|podman|kubepods|containerd|crio|lxc|garden)\b/;

/** The container that this is in, by what its runtime leaves for it to see. */
export function container(machine: Machine): string | undefined {
  const podman = machine.readFile('/run/.containerenv');
  const [, engine] = /^engine="?([^"\n]+)/m.exec(podman ?? '') ?? [];
  if (engine !== undefined) return engine;
  const run = machine.list('/run');
  if (run.includes('.containerenv')) return 'podman';
  if (machine.list('/').includes('.dockerenv')) return 'docker';
  return (
    machine.readFile('/run/systemd/container') ??
    RUNTIMES.exec(machine.readFile('/proc/self/cgroup') ?? '')?.[1] ??
    machine.process.env['container']
  );
}
