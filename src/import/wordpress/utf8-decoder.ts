/** Decodes UTF-8 in chunks and says where it is not. */
export class Utf8Decoder {
  private readonly decoder = new TextDecoder("utf-8", { fatal: true });
  private line = 1;
  private column = 1;

  /**
   * The text of the next chunk; what is left of a character is kept for the next one. Without a chunk, the end.
   * Throws InvalidUtf8.
   */
  decode(chunk?: Uint8Array): string {
    let text: string;
    try {
      text = chunk === undefined ? this.decoder.decode() : this.decoder.decode(chunk, STREAM);
    } catch {
      throw this.faultIn(chunk ?? new Uint8Array());
    }
    this.advance(text);
    return text;
  }

  private advance(text: string): void {
    let from = 0;
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", from)) {
      this.line += 1;
      this.column = 1;
      from = at + 1;
    }
    this.column += text.length - from;
  }

  private faultIn(chunk: Uint8Array): InvalidUtf8 {
    // The longest beginning that can be decoded ends before the fault.
    let good = 0;
    let bad = chunk.length + 1;
    while (bad - good > 1) {
      const middle = (good + bad) >> 1;
      if (isValidStart(chunk.subarray(0, middle))) good = middle;
      else bad = middle;
    }
    this.advance(new TextDecoder().decode(chunk.subarray(0, good)));
    return new InvalidUtf8(this.line, this.column);
  }
}

/** Bytes that are not UTF-8. */
export class InvalidUtf8 extends Error {
  override name = "InvalidUtf8";
  readonly line: number;
  readonly column: number;

  constructor(line: number, column: number) {
    super("The bytes are not UTF-8.");
    this.line = line;
    this.column = column;
  }
}

const STREAM = { stream: true };

/** Whether bytes are UTF-8, apart from a character that the chunk before began. */
function isValidStart(bytes: Uint8Array): boolean {
  let from = 0;
  while (from < 3 && ((bytes[from] ?? 0) & 0xc0) === 0x80) from += 1;
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(from), STREAM);
    return true;
  } catch {
    return false;
  }
}
