/** A transport that this system does not have, or that does not take an option; the message names a remedy. */
export class TransportError extends Error {}
