let depth = 0;

/** Whether a function of several calls is to go on after EINTR: it runs within `retryOnEintr`. */
export function isPatient(): boolean {
  return depth > 0;
}

export function patiently<T>(run: () => T): T {
  depth += 1;
  try {
    return run();
  } finally {
    depth -= 1;
  }
}
