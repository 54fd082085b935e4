/** Does all of it, also what comes after a part that throws; then throws what the first one did. */
export function doEvery(parts: readonly (() => void)[]): void {
  const failures: unknown[] = [];
  for (const part of parts) {
    try {
      part();
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
}
