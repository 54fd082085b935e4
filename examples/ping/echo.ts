// Echo messages of ICMP: a type, a code, a checksum, an identifier and a sequence number of 16 bits each, and data.

const HEADER = 8;
const DATA = 56;

/** The sum of RFC 1071: the 16-bit words added with their carries, and turned over. */
export function checksum(bytes: Uint8Array): number {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 2) sum += (bytes[at]! << 8) | (bytes[at + 1] ?? 0);
  while (sum > 0xffff) sum = (sum & 0xffff) + (sum >>> 16);
  return ~sum & 0xffff;
}

/** A request. For IPv6 the kernel puts the checksum in, since it covers both addresses. */
export function echoRequest(type: number, identifier: number, sequence: number): Uint8Array {
  const message = Buffer.alloc(HEADER + DATA, 'sockcall ');
  message.writeUInt8(type, 0);
  message.writeUInt8(0, 1);
  message.writeUInt16BE(0, 2);
  message.writeUInt16BE(identifier, 4);
  message.writeUInt16BE(sequence, 6);
  message.writeUInt16BE(checksum(message), 2);
  return message;
}

/** What a raw IPv4 socket receives begins with the IP header, whose first half byte and a half tells its length. */
export function withoutIpHeader(packet: Uint8Array): { readonly ttl: number; readonly message: Uint8Array } {
  return { ttl: packet[8]!, message: packet.subarray((packet[0]! & 0x0f) * 4) };
}

/** Whether a message is the reply to that request. A raw socket receives every ICMP message that comes. */
export function isReply(message: Uint8Array, type: number, identifier: number, sequence: number): boolean {
  if (message.length < HEADER || message[0] !== type) return false;
  const fields = Buffer.from(message);
  return fields.readUInt16BE(4) === identifier && fields.readUInt16BE(6) === sequence;
}
