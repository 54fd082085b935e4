/** Bytes that a call reads or fills: any view, or a whole buffer. Offsets and lengths are in bytes, whatever the view. */
export type Bytes = ArrayBufferView | ArrayBuffer;

/** Bytes to send: also text, which goes out as UTF-8. Offset and length are then in bytes of that. */
export type Data = Bytes | string;

export const utf8 = new TextEncoder();
