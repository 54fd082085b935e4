import { closeSync, openSync, writeFileSync } from 'node:fs';
import { UsageError } from './usage-error';

/** A file to write to when all is done, tried before anything begins. What is in it stays until then. */
export class OutputFile {
  constructor(
    option: string,
    private readonly path: string,
  ) {
    try {
      closeSync(openSync(path, 'a'));
    } catch (error) {
      throw new UsageError(`option '${option}': can't write to ${path}: ${(error as Error).message}`, { cause: error });
    }
  }

  write(text: string): void {
    try {
      writeFileSync(this.path, text);
    } catch (error) {
      throw new Error(`can't write ${this.path}: ${(error as Error).message}`, { cause: error });
    }
  }
}
