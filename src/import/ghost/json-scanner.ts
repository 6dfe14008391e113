import { BYTES, isNumberLike, OpenValue } from "./open-value.ts";

/** A value in a JSON text, by where it stands. */
export interface FoundValue {
  /** Keys of objects, and `"*"` for any item of an array. */
  path: readonly string[];
  /** Its bytes, where they were asked for. */
  bytes?: Uint8Array;
  /** Where it begins, in bytes from the beginning of the text. */
  offset: number;
}

/** What of a JSON text a scanner keeps: `bytes` of a value, only that it is there (`skip`), or what it holds (`enter`). */
export type Choice = "bytes" | "skip" | "enter";

/** A JSON text that breaks off or is none; `offset` in bytes. */
export class JsonFault extends Error {
  override name = "JsonFault";
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

interface Frame {
  kind: "object" | "array";
  /** What may come next: in an object a `key`, its `colon`, a `value`, or a `comma`. */
  next: "key" | "colon" | "value" | "comma";
  /** Nothing has come yet, so that it may end. */
  isEmpty: boolean;
}

/**
 * Finds values in a JSON text that comes in chunks. Memory is bounded by the largest value whose bytes are asked for. What
 * is skipped is followed only as far as its end; what is kept is left to `JSON.parse`.
 */
export class JsonScanner {
  readonly #choose: (path: readonly string[], isContainer: boolean) => Choice;
  readonly #onValue: (value: FoundValue) => void;
  readonly #frames: Frame[] = [];
  readonly #path: string[] = [];
  #offset = 0;
  /** The value or key that is being read over, if any. */
  #open: OpenValue | undefined;
  #isDone = false;

  /** `choose` is asked once for each value that is entered into, `onValue` told of each that is not. */
  constructor(
    choose: (path: readonly string[], isContainer: boolean) => Choice,
    onValue: (value: FoundValue) => void,
  ) {
    this.#choose = choose;
    this.#onValue = onValue;
  }

  /** Takes the next bytes. Throws JsonFault. */
  write(chunk: Uint8Array): void {
    let at = 0;
    while (at < chunk.length) {
      if (this.#open === undefined) at = this.#step(chunk, at);
      else {
        const end = this.#open.end(chunk, at);
        this.#open.take(chunk, at, end ?? chunk.length);
        at = end ?? chunk.length;
        if (end !== undefined) this.#close();
      }
    }
    this.#offset += chunk.length;
  }

  /** Tells that the text ends. Throws JsonFault. */
  end(): void {
    if (this.#open?.isNumberLike === true) this.#close();
    if (this.#open !== undefined || this.#frames.length > 0)
      throw new JsonFault("The file breaks off here, in the middle of a value", this.#offset);
    if (!this.#isDone) throw new JsonFault("The file holds no value", this.#offset);
  }

  #step(chunk: Uint8Array, at: number): number {
    const byte = chunk[at] ?? 0;
    if (byte === 0x20 || (byte >= 0x09 && byte <= 0x0d)) return at + 1;
    const frame = this.#frames.at(-1);
    const here = this.#offset + at;
    if (here < 3 && byte === [0xef, 0xbb, 0xbf][here]) return at + 1;
    if (frame === undefined && this.#isDone)
      throw new JsonFault("More text follows the end of the JSON", here);
    if (byte === BYTES.closeObject || byte === BYTES.closeArray) {
      const kind = byte === BYTES.closeObject ? "object" : "array";
      const mayEnd = frame?.next === "comma" || frame?.isEmpty === true;
      if (frame?.kind !== kind || !mayEnd) throw unexpected(byte, here);
      this.#frames.pop();
      this.#afterValue();
      return at + 1;
    }
    if (frame?.next === "comma") {
      if (byte !== BYTES.comma) throw unexpected(byte, here);
      frame.next = frame.kind === "object" ? "key" : "value";
      frame.isEmpty = false;
      return at + 1;
    }
    if (frame?.next === "colon") {
      if (byte !== BYTES.colon) throw unexpected(byte, here);
      frame.next = "value";
      return at + 1;
    }
    if (frame?.next === "key") {
      if (byte !== BYTES.quote) throw unexpected(byte, here);
      frame.isEmpty = false;
      this.#open = new OpenValue(byte, here, true, true);
      return at;
    }
    return this.#beginValue(byte, at, here);
  }

  #beginValue(byte: number, at: number, here: number): number {
    const frame = this.#frames.at(-1);
    const isContainer = byte === BYTES.openObject || byte === BYTES.openArray;
    if (!isContainer && byte !== BYTES.quote && !isNumberLike(byte)) throw unexpected(byte, here);
    if (frame?.kind === "array") this.#path.push("*");
    if (frame !== undefined) frame.isEmpty = false;
    const choice = this.#choose(this.#path, isContainer);
    if (choice === "enter" && isContainer) {
      const kind = byte === BYTES.openObject ? "object" : "array";
      this.#frames.push({ kind, next: kind === "object" ? "key" : "value", isEmpty: true });
      return at + 1;
    }
    this.#open = new OpenValue(byte, here, choice === "bytes", false);
    return at;
  }

  /** Ends the value or key that was read over. */
  #close(): void {
    const open = this.#open;
    const frame = this.#frames.at(-1);
    if (open === undefined) return;
    this.#open = undefined;
    if (open.isKey && frame !== undefined) {
      this.#path.push(textOfKey(open.bytes(), open.offset));
      frame.next = "colon";
      return;
    }
    const bytes = open.isKept ? { bytes: open.bytes() } : {};
    this.#onValue({ path: [...this.#path], offset: open.offset, ...bytes });
    this.#afterValue();
  }

  #afterValue(): void {
    const frame = this.#frames.at(-1);
    if (frame === undefined) this.#isDone = true;
    else {
      this.#path.pop();
      frame.next = "comma";
    }
  }
}

function textOfKey(bytes: Uint8Array, offset: number): string {
  try {
    return String(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)));
  } catch {
    throw new JsonFault("A name in the JSON is not written rightly", offset);
  }
}

function unexpected(byte: number, offset: number): JsonFault {
  const shown =
    byte > 0x20 && byte < 0x7f
      ? `\`${String.fromCharCode(byte)}\``
      : `the byte ${byte.toString(16)}`;
  return new JsonFault(`The JSON is not written rightly: ${shown} does not belong here`, offset);
}
