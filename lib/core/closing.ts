/** Who is told before this package closes a descriptor: somebody may be waiting for it. */
export interface ClosingListener {
  /** The descriptor will be closed now. */
  closing(fd: number): void;
  /** `make` closes the descriptor as the number of something new, unless it fails; its answer is given back. */
  replacing(fd: number, make: () => number): number;
}

/** `undefined` until something waits. Core knows nothing of what does. */
export let closingListener: ClosingListener | undefined;

export function setClosingListener(listener: ClosingListener): void {
  closingListener = listener;
}
