import { type BigIntStats, closeSync, fstatSync, openSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { replaceFile } from './replace-file';
import { UsageError } from './usage-error';

/** A file to write to when all is done, tried before anything begins. What is in it stays until all of the new is written. */
export class OutputFile {
  /** As `identityOf` has it. */
  readonly identity: string | undefined;
  private isNew: boolean;

  constructor(
    readonly option: string,
    private readonly path: string,
  ) {
    try {
      this.isNew = true;
      const fd = this.open();
      this.identity = identify(fstatSync(fd, { bigint: true }));
      closeSync(fd);
    } catch (error) {
      throw new UsageError(`option '${option}': can't write to ${path}: ${(error as Error).message}`, { cause: error });
    }
  }

  write(text: string): void {
    try {
      // A device or a pipe has nothing to lose, and must not be replaced.
      if (this.identity === undefined) writeFileSync(this.path, text);
      else replaceFile(this.path, text);
      this.isNew = false;
    } catch (error) {
      throw new Error(`can't write ${this.path}: ${(error as Error).message}`, { cause: error });
    }
  }

  /** Takes away what was only made to try it. */
  discard(): void {
    if (this.isNew && this.identity !== undefined) rmSync(this.path, { force: true });
  }

  private open(): number {
    try {
      return openSync(this.path, 'ax');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      this.isNew = false;
      return openSync(this.path, 'a');
    }
  }
}

/** Which file a path leads to, whatever its name; undefined for what is no file, as a device or a pipe. */
export function identityOf(path: string): string | undefined {
  const stat = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stat && identify(stat);
}

function identify(stat: BigIntStats): string | undefined {
  return stat.isFile() ? `${stat.dev}:${stat.ino}` : undefined;
}
