import type { Level } from './cell';

/** A condition that is varied on purpose. */
export interface Factor {
  /** Its key in cells: `size`. */
  readonly name: string;
  /** As people read it: `message size`. */
  readonly title: string;
  /** Of numeric levels: `B`. Sizes in `B` are shown as `16 KiB`. */
  readonly unit?: string;
  /** In the order in which they are reported. */
  readonly levels: readonly Level[];
  /** How a level reads in a sentence that begins with "On" or "At", by its text: `{ tcp: 'TCP loopback' }`. */
  readonly titles?: Readonly<Record<string, string>>;
}
