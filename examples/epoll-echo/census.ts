import { rss, slabs } from './memory';

/** Counts a server's connections, and says what memory they take when all that are expected are open. */
export class Census {
  private open = 0;
  private shortWrites = 0;
  private full = false;
  private readonly before = rss();
  private readonly slabsBefore = slabs();

  constructor(private readonly expected: number) {}

  /** Whether all that were expected have come, and have gone again. */
  get over(): boolean {
    return this.full && this.open === 0;
  }

  opened(): void {
    this.open++;
    if (this.open < this.expected || this.full) return;
    this.full = true;
    this.report();
  }

  closed(): void {
    this.open--;
    if (this.over) console.log(`all gone, ${this.shortWrites} short writes`);
  }

  shortWrite(): void {
    this.shortWrites++;
  }

  private report(): void {
    const each = Math.round((rss() - this.before) / this.expected);
    console.log(`${this.expected} connections open, ${each} bytes of this process each`);
    const now = slabs();
    if (now === undefined || this.slabsBefore === undefined) return;
    console.log(`${Math.round((now - this.slabsBefore) / this.expected)} bytes of the kernel each, both ends together`);
  }
}
