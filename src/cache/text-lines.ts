import { closeSync, openSync, readSync, writeFileSync } from "node:fs";

const BLOCK_BYTES = 4_000_000;
const NEWLINE = 0x0a;
/** What stands behind each line. */
export const LINE_END = Buffer.of(NEWLINE);

/** Where a line lies in a file: its first byte, and how many there are without its end. */
export interface LineSpan {
  at: number;
  length: number;
}

/**
 * The bytes of a file's lines, without its last one if that has no end. A file may be longer than the longest text,
 * and no more of it is held than is asked for. Throws the system's errors.
 */
export function* readLines(path: string): Generator<Buffer> {
  const file = openSync(path, "r");
  try {
    const block = Buffer.allocUnsafe(BLOCK_BYTES);
    let rest: Buffer = Buffer.alloc(0);
    for (;;) {
      const length = readSync(file, block);
      if (length === 0) return;
      const bytes = Buffer.concat([rest, block.subarray(0, length)]);
      let start = 0;
      for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, start)) {
        yield bytes.subarray(start, end);
        start = end + 1;
      }
      rest = bytes.subarray(start);
    }
  } finally {
    closeSync(file);
  }
}

/** The line at that place of an open file; undefined where the file ends before it does. Throws the system's errors. */
export function readLineAt(file: number, { at, length }: LineSpan): Buffer | undefined {
  const line = Buffer.allocUnsafe(length);
  return readSync(file, line, 0, length, at) === length ? line : undefined;
}

/** Writes a file of lines, of which a few megabytes are held at a time. Throws the system's errors. */
export function writeLines(path: string, lines: Iterable<Buffer>): void {
  const file = openSync(path, "w");
  let some: Buffer[] = [];
  let bytes = 0;
  // Unlike `writeSync`, it goes on where the system takes a part only.
  const write = (): void => writeFileSync(file, Buffer.concat(some));
  try {
    for (const line of lines) {
      some.push(line, LINE_END);
      bytes += line.length + LINE_END.length;
      if (bytes < BLOCK_BYTES) continue;
      write();
      some = [];
      bytes = 0;
    }
    write();
  } finally {
    closeSync(file);
  }
}
