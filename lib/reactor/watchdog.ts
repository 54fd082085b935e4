import type { Registration } from './registration';

// Who waits again in the batch in which the kernel told of the descriptor is not registered again, since that would cost
// a system call each time. If the number was closed behind our back and used again, all within that batch, nothing would
// ever come of this wait. So those who still wait a while later are registered after all.

const PERIOD_MS = 50;

let trusting: Registration[] = [];
let timer: NodeJS.Timeout | undefined;

/** Notes a registration that is trusted in. */
export function watchOver(registration: Registration): void {
  registration.trusted = true;
  if (registration.watchedOver) return;
  registration.watchedOver = true;
  trusting.push(registration);
  timer ??= setTimeout(look, PERIOD_MS).unref();
}

function look(): void {
  const noted = trusting;
  trusting = [];
  timer = undefined;
  for (const registration of noted) {
    registration.watchedOver = false;
    if (!registration.trusted || registration.waited() === 0) continue;
    // A descriptor that is not open any more can't be watched, but its calls say so.
    if (registration.watch(registration.waited()) < 0) registration.serve();
  }
}
