import { join } from 'node:path';

/** lib/, or dist/ once it is built: this module stays as deep below it as here. */
export const CODE = join(__dirname, '..');

export const PACKAGE = join(CODE, '..');

/** What modules end with here: `.ts` in lib/, `.js` in dist/. */
export const EXTENSION = __filename.slice(-3);

/** Whether TypeScript runs as it is written, through ts-node. */
export const FROM_SOURCES = EXTENSION === '.ts';
