/** Who is told before this package closes a descriptor: somebody may be waiting for it. */
export interface ClosingListener {
  /** The descriptor will be closed now. */
  closing(fd: number): void;
  /** `make` closes the descriptor as the number of something new, unless it fails; its answer is given back. */
  replacing(fd: number, make: () => number): number;
}

/** None until something waits. Core knows nothing of what does. */
let listener: ClosingListener | undefined;

export function setClosingListener(waiting: ClosingListener): void {
  listener = waiting;
}

export function tellClosing(fd: number): void {
  if (listener !== undefined) listener.closing(fd);
}

export function tellReplacing(fd: number, make: () => number): number {
  return listener === undefined ? make() : listener.replacing(fd, make);
}
