import { createHmac } from 'node:crypto';
import type { Machine } from './machine';

const LENGTH = 16;

/**
 * The same for all runs on one machine, another for any other, and nothing from which the machine could be told.
 *
 * The model of the processor and the count of them are in it, since copies of one image of a disk or a container can have
 * the same id. Two equal machines made of one image can't be told apart.
 */
export function identity(machine: Machine): string | undefined {
  const id = machine.readFile('/etc/machine-id') ?? machine.readFile('/var/lib/dbus/machine-id');
  // An image that was never started says so in this word.
  if (id === undefined || id === 'uninitialized') return undefined;
  const { arch, models } = machine.os;
  // The id is confidential (machine-id(5)): it is the key, and what is published is a hash of something else with it.
  const words = ['sockcall', arch, models[0] ?? '', models.length].join('\n');
  return createHmac('sha256', id).update(words).digest('hex').slice(0, LENGTH);
}
