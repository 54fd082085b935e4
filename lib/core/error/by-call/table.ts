import type { ErrnoName } from '../errno-name';

/** What each errno means for one call; the keys are the errnos which that call can give. */
export type ErrnoTable = { readonly [code in ErrnoName]?: string };
