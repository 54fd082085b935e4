import { type Arm, checkArms } from '../calls/arm';
import { LoadError, exportsOf } from './experiment';

/** The arms of a user's module: an array of plain data that it exports as `arms` or as its default. */
export async function loadArms(module: string): Promise<readonly Arm[]> {
  const exported = await exportsOf(module);
  const arms = exported['arms'] ?? exported['default'];
  if (arms === undefined) throw new LoadError(`${module} exports no arms`);
  try {
    return checkArms(arms);
  } catch (error) {
    throw new LoadError(`${module}: ${(error as Error).message}`, { cause: error });
  }
}
