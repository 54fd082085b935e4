/** Something that the bench needs and does not find; its message tells the way out. */
export class Unmet extends Error {}
