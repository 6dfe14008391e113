import { hash } from "node:crypto";

/** 96 bits of SHA-256: no damage meets them by chance. */
const DIGEST_LENGTH = 16;
const BEFORE = '["';
const BETWEEN = '",';
const AFTER = "]";
/** Of one UTF-16 unit in UTF-8. */
const MOST_BYTES = 3;
const START = BEFORE.length + DIGEST_LENGTH + BETWEEN.length;

/**
 * Lines of JSON that carry a digest, `["…",{…}]`, so that a damaged one is noticed. The digest covers `owner` too: a
 * line that was sealed for another owner does not open.
 */
export class SealedLines {
  readonly #owner: Buffer;
  /** The owner with room for a value behind it, so that both are digested at once without a new buffer each time. */
  #room: Buffer;

  constructor(owner: string) {
    this.#owner = Buffer.from(hash("sha256", owner, "hex"));
    this.#room = Buffer.from(this.#owner);
  }

  /** Gives the line of a value, without an end. */
  seal(value: unknown): Buffer {
    const json = JSON.stringify(value);
    this.#makeRoom(json.length * MOST_BYTES);
    const start = this.#owner.length;
    const length = this.#room.write(json, start);
    const line = Buffer.allocUnsafe(START + length + AFTER.length);
    line.write(this.#prefix(length), "latin1");
    this.#room.copy(line, START, start, start + length);
    line.write(AFTER, START + length, "latin1");
    return line;
  }

  /** Gives the value of a line; undefined where it is not as it was sealed. */
  open(line: Buffer): unknown {
    const end = line.length - AFTER.length;
    if (end < START || line.toString("latin1", end) !== AFTER) return undefined;
    this.#makeRoom(end - START);
    const length = line.copy(this.#room, this.#owner.length, START, end);
    if (line.toString("latin1", 0, START) !== this.#prefix(length)) return undefined;
    return JSON.parse(line.toString("utf8", START, end));
  }

  #makeRoom(length: number): void {
    if (this.#room.length >= this.#owner.length + length) return;
    this.#room = Buffer.allocUnsafe(this.#owner.length + length * 2);
    this.#owner.copy(this.#room);
  }

  /** What stands before the value whose bytes lie behind the owner. */
  #prefix(length: number): string {
    const digest = hash("sha256", this.#room.subarray(0, this.#owner.length + length), "base64url");
    return BEFORE + digest.slice(0, DIGEST_LENGTH) + BETWEEN;
  }
}
