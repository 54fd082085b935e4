/** Asked for wrongly, in a way that shows only when the options are taken together or tried. */
export class UsageError extends Error {}
