import { join, sep } from 'node:path';

/** lib/ or dist/: this file and what the bundle makes of it are at the same depth. */
const OWN = join(__dirname, '..') + sep;

/** The file, or its URL, that called this package; what is required there should be found for it. */
export function callingFile(): string {
  const error: { prepareStackTrace?: unknown; stackTraceLimit: number } = Error;
  const { prepareStackTrace, stackTraceLimit } = error;
  try {
    Error.stackTraceLimit = 20;
    Error.prepareStackTrace = (_, sites) => sites;
    const sites = new Error().stack as unknown as readonly NodeJS.CallSite[];
    const files = sites.map((site) => site.getFileName() ?? '');
    const found = files.find((file) => /^(\/|file:)/.test(file) && !file.replace(/^file:\/\//, '').startsWith(OWN));
    return found ?? process.argv[1] ?? join(process.cwd(), 'none');
  } finally {
    Object.assign(Error, { prepareStackTrace, stackTraceLimit });
  }
}
