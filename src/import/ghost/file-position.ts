import { createReadStream } from "node:fs";

/** The place of a byte in a file as `line:column`, both from 1; columns count characters. Reads the file up to there. */
export async function filePosition(file: string, offset: number): Promise<string> {
  let [line, column] = [1, 1];
  if (offset > 0) {
    const stream = createReadStream(file, { end: offset - 1 });
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      for (const byte of chunk) {
        if (byte === 0x0a) [line, column] = [line + 1, 1];
        // What goes on with a character is no column of its own.
        else if ((byte & 0xc0) !== 0x80) column += 1;
      }
    }
  }
  return `${line}:${column}`;
}
