/** The byte order of this machine, as DataView wants it told. */
export const LITTLE = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;
