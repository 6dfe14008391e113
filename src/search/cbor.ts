/** What Pagefind's index files hold. */
export type Cbor = number | string | Cbor[];

const UNSIGNED = 0;
const TEXT = 3;
const ARRAY = 4;

/**
 * Reads the part of CBOR (RFC 8949) that Pagefind writes: unsigned numbers, texts and arrays of known length.
 * Throws on anything else, and on bytes left over.
 */
export function decodeCbor(bytes: Buffer): Cbor {
  let at = 0;
  const argument = (info: number): number => {
    const start = at;
    if (info < 24) return info;
    if (info > 26) throw unknown(`the length ${info}`, at);
    const size = 1 << (info - 24);
    at += size;
    return bytes.readUIntBE(start, size);
  };
  const item = (): Cbor => {
    const head = bytes.readUInt8(at++);
    const major = head >> 5;
    const value = argument(head & 31);
    if (major === UNSIGNED) return value;
    if (major === ARRAY) return Array.from({ length: value }, item);
    if (major !== TEXT) throw unknown(`the type ${major}`, at);
    const text = bytes.toString("utf8", at, at + value);
    at += value;
    return text;
  };
  const value = item();
  if (at !== bytes.length) throw unknown("more than one value", at);
  return value;
}

function unknown(what: string, at: number): Error {
  return new Error(
    `A file of the search index holds ${what} at byte ${at}, which is not read here.`,
  );
}

/** Writes CBOR in its shortest form (RFC 8949, section 4.2.1), as Pagefind does. */
export function encodeCbor(value: Cbor): Buffer {
  const parts: Buffer[] = [];
  const write = (part: Cbor): void => {
    if (typeof part === "number") parts.push(head(UNSIGNED, part));
    else if (typeof part === "string") {
      const text = Buffer.from(part);
      parts.push(head(TEXT, text.length), text);
    } else {
      parts.push(head(ARRAY, part.length));
      for (const one of part) write(one);
    }
  };
  write(value);
  return Buffer.concat(parts);
}

function head(major: number, value: number): Buffer {
  const type = major << 5;
  if (value < 24) return Buffer.from([type | value]);
  const size = value < 0x100 ? 1 : value < 0x1_0000 ? 2 : 4;
  const bytes = Buffer.alloc(1 + size);
  bytes.writeUInt8(type | (24 + Math.log2(size)));
  bytes.writeUIntBE(value, 1, size);
  return bytes;
}
