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
  /**
   * How a level reads in a sentence that begins with "On" or "At", by its text: `{ tcp: 'TCP loopback' }`. A level with
   * an empty title is not named in sentences, because it goes without saying.
   */
  readonly titles?: Readonly<Record<string, string>>;
  /** The word before a level in a sentence: `in`. If absent, `at` before a number and `on` before anything else. */
  readonly word?: string;
}
