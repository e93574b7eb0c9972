/** Every way to change a single bit of some bytes. */
export function* bitChanges(bytes: Uint8Array): Generator<Buffer> {
  for (let bit = 0; bit < bytes.length * 8; bit++) yield withBit(bytes, bit);
}

/** Every way to change a single bit of a text whose characters are bytes, as headers and tokens have them. */
export function* textBitChanges(text: string): Generator<string> {
  for (const changed of bitChanges(Buffer.from(text, "latin1"))) yield changed.toString("latin1");
}

function withBit(bytes: Uint8Array, bit: number): Buffer {
  const changed = Buffer.from(bytes);
  changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
  return changed;
}
