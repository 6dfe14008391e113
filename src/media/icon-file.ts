import type { Size } from "./derivative.ts";

/** Where the picture begins: after the header of the file and the entry of its one picture. */
const HEADER_BYTES = 22;

/**
 * An ICO file with one PNG in it, as every browser of the last fifteen years reads it ("ICONDIR" and
 * "ICONDIRENTRY" of the Windows icon format). Sizes are of up to 256 pixels.
 */
export function iconFile(png: Buffer, { width, height }: Size): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  // Of the type icon, with one picture; 256 is written as 0.
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(1, 4);
  header.writeUInt8(width % 256, 6);
  header.writeUInt8(height % 256, 7);
  // One plane, 32 bits a pixel.
  header.writeUInt16LE(1, 10);
  header.writeUInt16LE(32, 12);
  header.writeUInt32LE(png.length, 14);
  header.writeUInt32LE(HEADER_BYTES, 18);
  return Buffer.concat([header, png]);
}
