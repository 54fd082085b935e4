// What explain() says. It is a module of its own because only those who ask for an explanation need to load it.
import { errno } from '../constant/table/errno';

export { errnosByCall } from './by-call';
export { eaiByCall, eaiMeanings } from './eai';

/** What each errno means in general. */
export const errnoMeanings: ReadonlyMap<string, string> = new Map(
  errno.rows.map(([name, , meaning]) => [name, meaning]),
);
