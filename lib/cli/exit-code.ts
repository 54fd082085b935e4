/** What the command line ends with. */
export const ExitCode = {
  OK: 0,
  /** Something failed while it was being done. */
  FAILED: 1,
  /** It was asked for wrongly; nothing was done. */
  USAGE: 2,
  /** Ctrl-C: 128 and the signal's number, as shells have it. */
  INTERRUPTED: 130,
} as const;
