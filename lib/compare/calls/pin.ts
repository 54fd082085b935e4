import { getAffinity, restoreAffinity, setAffinity } from './affinity';

/** Pins this thread to a processor, and gives those that it had before. */
export function pin(cpu: number): readonly number[] {
  const before = getAffinity();
  setAffinity([cpu]);
  return before;
}

/**
 * Tries whether this process may use some processors, before anything is started there.
 * @throws {RangeError} that names the one that is missing.
 */
export function checkProcessors(cpus: readonly number[]): void {
  const before = getAffinity();
  try {
    for (const cpu of cpus) setAffinity([cpu]);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const missing = cpus.find((cpu) => !before.includes(cpu));
    const message = `cpus: this process may not run on processor ${missing}, only on ${before.join(', ')}`;
    throw new RangeError(message, { cause: error });
  } finally {
    restoreAffinity(before);
  }
}
