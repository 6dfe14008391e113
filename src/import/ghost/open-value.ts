/** The bytes that a JSON text is made of. */
export const BYTES = {
  quote: 0x22,
  backslash: 0x5c,
  openObject: 0x7b,
  closeObject: 0x7d,
  openArray: 0x5b,
  closeArray: 0x5d,
  comma: 0x2c,
  colon: 0x3a,
} as const;

/** Whether a byte may be part of a number, or of `true`, `false` and `null`. */
export function isNumberLike(byte: number): boolean {
  return (
    (byte >= 0x30 && byte <= 0x39) ||
    (byte >= 0x61 && byte <= 0x7a) ||
    byte === 0x2d ||
    byte === 0x2b ||
    byte === 0x2e ||
    byte === 0x45
  );
}

/** A value in a JSON text of which only the end is looked for, and whose bytes are kept where they are wanted. */
export class OpenValue {
  readonly offset: number;
  readonly isKept: boolean;
  readonly isKey: boolean;
  readonly isNumberLike: boolean;
  readonly #parts: Uint8Array[] = [];
  #depth = 0;
  #isInString = false;
  #isEscaped = false;

  constructor(first: number, offset: number, isKept: boolean, isKey: boolean) {
    this.offset = offset;
    this.isKept = isKept;
    this.isKey = isKey;
    this.isNumberLike = isNumberLike(first);
  }

  /** Where the value ends in a chunk; undefined where it goes on. */
  end(chunk: Uint8Array, from: number): number | undefined {
    for (let at = from; at < chunk.length; at += 1) {
      const byte = chunk[at] ?? 0;
      if (this.#isInString) {
        if (this.#isEscaped) this.#isEscaped = false;
        else if (byte === BYTES.backslash) this.#isEscaped = true;
        else if (byte === BYTES.quote) {
          this.#isInString = false;
          if (this.#depth === 0) return at + 1;
        }
      } else if (this.isNumberLike) {
        if (!isNumberLike(byte)) return at;
      } else if (byte === BYTES.quote) this.#isInString = true;
      else if (byte === BYTES.openObject || byte === BYTES.openArray) this.#depth += 1;
      else if (byte === BYTES.closeObject || byte === BYTES.closeArray) {
        this.#depth -= 1;
        if (this.#depth <= 0) return at + 1;
      }
    }
    return undefined;
  }

  /** Keeps a part of the chunk, if the value is wanted. */
  take(chunk: Uint8Array, from: number, to: number): void {
    // A copy, so that the chunk is not kept for a part of it.
    if (this.isKept) this.#parts.push(new Uint8Array(chunk.subarray(from, to)));
  }

  /** All that was kept. */
  bytes(): Uint8Array {
    return this.#parts.length === 1 && this.#parts[0] !== undefined
      ? this.#parts[0]
      : Buffer.concat(this.#parts);
  }
}
