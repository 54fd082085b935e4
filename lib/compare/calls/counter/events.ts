/** Something that the kernel can count. */
export interface CounterEvent {
  /** As it is called in `extra`. */
  readonly name: string;
  readonly kind: 'hardware' | 'software';
  /** PERF_COUNT_HW_… or PERF_COUNT_SW_…: the kernel's numbers, the same for ever. */
  readonly config: number;
  /** Whether it means something when only user mode is counted. */
  readonly user: boolean;
}

/** PERF_TYPE_HARDWARE and PERF_TYPE_SOFTWARE. */
export const eventTypes = { hardware: 0, software: 1 } as const;

/** In the order in which they are opened: the first that can be had leads the group. */
export const events: readonly CounterEvent[] = [
  { name: 'instructions', kind: 'hardware', config: 1, user: true },
  { name: 'cycles', kind: 'hardware', config: 0, user: true },
  { name: 'task-clock', kind: 'software', config: 1, user: true },
  { name: 'page-faults', kind: 'software', config: 2, user: true },
  { name: 'context-switches', kind: 'software', config: 3, user: false },
];
