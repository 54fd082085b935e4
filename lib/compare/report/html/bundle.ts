import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PACKAGE } from '../../place';

const FILE = join(PACKAGE, 'dist', 'compare', 'page.js');

/** The page's script with all that it needs, as one text. */
export function pageScript(): string {
  try {
    return readFileSync(FILE, 'utf8');
  } catch (error) {
    throw new Error(`the script of the HTML report is missing: ${FILE} (npm run build:ts makes it)`, { cause: error });
  }
}
