import { closeSync, openSync, readSync, writeSync } from "node:fs";

const BLOCK_BYTES = 4_000_000;
const LINES_AT_ONCE = 1000;
const NEWLINE = 0x0a;

/**
 * The lines of a UTF-8 file, without its last one if that has no end. A file may be longer than the longest text, and
 * no more of it is held than is asked for. Throws the system's errors.
 */
export function* readLines(path: string): Generator<string> {
  const file = openSync(path, "r");
  try {
    const block = Buffer.allocUnsafe(BLOCK_BYTES);
    let rest: Buffer = Buffer.alloc(0);
    for (;;) {
      const length = readSync(file, block);
      if (length === 0) return;
      const bytes = Buffer.concat([rest, block.subarray(0, length)]);
      const end = bytes.lastIndexOf(NEWLINE);
      if (end >= 0) yield* bytes.toString("utf8", 0, end).split("\n");
      rest = bytes.subarray(end + 1);
    }
  } finally {
    closeSync(file);
  }
}

/** Writes a file of lines. Throws the system's errors. */
export function writeLines(path: string, lines: readonly string[]): void {
  const file = openSync(path, "w");
  try {
    for (let at = 0; at < lines.length; at += LINES_AT_ONCE)
      writeSync(file, `${lines.slice(at, at + LINES_AT_ONCE).join("\n")}\n`);
  } finally {
    closeSync(file);
  }
}
