import { hash } from "node:crypto";

/** 96 bits of SHA-256: no damage meets them by chance. */
const DIGEST_LENGTH = 16;
const BEFORE = '["';
const BETWEEN = '",';
const AFTER = "]";
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
    const json = Buffer.from(JSON.stringify(value));
    return Buffer.concat([Buffer.from(this.#prefix(json)), json, Buffer.from(AFTER)]);
  }

  /** Gives the value of a line; undefined where it is not as it was sealed. */
  open(line: Buffer): unknown {
    const end = line.length - AFTER.length;
    if (end < START || line.toString("latin1", end) !== AFTER) return undefined;
    const prefix = line.toString("latin1", 0, START);
    if (prefix !== this.#prefix(line.subarray(START, end))) return undefined;
    return JSON.parse(line.toString("utf8", START, end));
  }

  #prefix(json: Buffer): string {
    const length = this.#owner.length + json.length;
    if (this.#room.length < length) {
      this.#room = Buffer.allocUnsafe(length * 2);
      this.#owner.copy(this.#room);
    }
    json.copy(this.#room, this.#owner.length);
    const digest = hash("sha256", this.#room.subarray(0, length), "base64url");
    return BEFORE + digest.slice(0, DIGEST_LENGTH) + BETWEEN;
  }
}
