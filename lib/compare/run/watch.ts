import { STEADY_STRETCH, isSteady } from '../statistics';

/**
 * Looks whether a series is steady whenever a whole stretch of new values has come. Who looks after each value sees what is
 * nearly the same stretch again and again, until one of them looks steady by chance, whatever drifts.
 */
export class Watch {
  private stretch: number[] = [];
  /** What the last look found. */
  steady = false;

  add(value: number): void {
    this.stretch.push(value);
    if (this.stretch.length < STEADY_STRETCH) return;
    this.steady = isSteady(this.stretch);
    this.stretch = [];
  }
}
