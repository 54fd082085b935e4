import { LimitError } from '../../core/error/stream-error';

const FIRST = 4096;
const LARGEST = 0x100000;

/** Memory that grows with what is received, whose length nobody knows beforehand. */
export function makePieces(limit: number): Pieces {
  return new Pieces(limit);
}

class Pieces {
  private readonly full: Buffer[] = [];
  private piece = Buffer.allocUnsafe(FIRST);
  private used = 0;
  private length = 0;

  constructor(private readonly limit: number) {}

  /** Where the next bytes are to be received. One more than the limit would be too many, and has to be seen. */
  get room(): Uint8Array {
    return this.piece.subarray(this.used, Math.min(this.piece.length, this.used + this.limit + 1 - this.length));
  }

  /** Notes that so many bytes came. */
  take(count: number): void {
    this.used += count;
    this.length += count;
    if (this.length > this.limit) throw new LimitError(this.all(), this.limit);
    if (this.used < this.piece.length) return;
    this.full.push(this.piece);
    this.piece = Buffer.allocUnsafe(Math.min(2 * this.piece.length, LARGEST));
    this.used = 0;
  }

  all(): Buffer {
    return Buffer.concat([...this.full, this.piece.subarray(0, this.used)], this.length);
  }
}
