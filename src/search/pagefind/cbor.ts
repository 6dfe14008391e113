/** What Pagefind's index files hold. */
export type Cbor = number | string | Cbor[];

const UNSIGNED = 0;
const NEGATIVE = 1;
const TEXT = 3;
const ARRAY = 4;

/** Bytes of the longest beginning of an item. */
const MOST_HEAD = 5;

const decoder = new TextDecoder();
const encoder = new TextEncoder();

/**
 * Reads the part of CBOR (RFC 8949) that Pagefind writes: whole numbers, texts and arrays of known length.
 * Throws on anything else, on bytes left over, and on bytes that end too early.
 */
export function decodeCbor(bytes: Uint8Array): Cbor {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  const argument = (info: number): number => {
    if (info < 24) return info;
    const start = at;
    at += 1 << (info - 24);
    if (info === 24) return view.getUint8(start);
    if (info === 25) return view.getUint16(start);
    if (info === 26) return view.getUint32(start);
    throw unknown(`the length ${info}`, start);
  };
  const item = (): Cbor => {
    const head = view.getUint8(at++);
    const major = head >> 5;
    const value = argument(head & 31);
    if (major === UNSIGNED) return value;
    if (major === NEGATIVE) return -1 - value;
    if (major === ARRAY) {
      const items: Cbor[] = [];
      for (let left = value; left > 0; left -= 1) items.push(item());
      return items;
    }
    if (major !== TEXT) throw unknown(`the type ${major}`, at);
    const end = at + value;
    if (end > bytes.length) throw unknown("a text that is cut short", at);
    const text = decoder.decode(bytes.subarray(at, end));
    at = end;
    return text;
  };
  const value = item();
  if (at !== bytes.length) throw unknown("more than one value", at);
  return value;
}

/** The items of an encoded array, still encoded. Throws where the bytes are not one array. */
export function cborItems(bytes: Uint8Array): Uint8Array[] {
  const { count, start } = arrayStart(bytes);
  const items: Uint8Array[] = [];
  let at = start;
  for (let left = count; left > 0; left -= 1) {
    const end = itemEnd(bytes, at);
    items.push(bytes.subarray(at, end));
    at = end;
  }
  if (at !== bytes.length) throw unknown("bytes left over", at);
  return items;
}

/** The first item of an encoded array, still encoded. */
export function cborFirst(bytes: Uint8Array): Uint8Array {
  const { start } = arrayStart(bytes);
  return bytes.subarray(start, itemEnd(bytes, start));
}

function arrayStart(bytes: Uint8Array): { count: number; start: number } {
  const head = headAt(bytes, 0);
  if (head.major !== ARRAY) throw unknown(`the type ${head.major}`, 0);
  return { count: head.argument, start: head.end };
}

function itemEnd(bytes: Uint8Array, from: number): number {
  let at = from;
  for (let left = 1; left > 0; left -= 1) {
    const { major, argument, end } = headAt(bytes, at);
    at = end;
    if (major === TEXT) at += argument;
    else if (major === ARRAY) left += argument;
    else if (major !== UNSIGNED && major !== NEGATIVE) throw unknown(`the type ${major}`, at);
  }
  if (at > bytes.length) throw unknown("an end that comes too early", bytes.length);
  return at;
}

function headAt(bytes: Uint8Array, at: number): { major: number; argument: number; end: number } {
  const head = bytes[at] ?? 0;
  const info = head & 31;
  if (info > 26) throw unknown(`the length ${info}`, at);
  const size = info < 24 ? 0 : 1 << (info - 24);
  let argument = size === 0 ? info : 0;
  for (let next = at + 1; next <= at + size; next += 1)
    argument = argument * 256 + (bytes[next] ?? 0);
  return { major: head >> 5, argument, end: at + 1 + size };
}

/** The encoded beginning of an array of so many items. */
export function arrayHead(count: number): Uint8Array {
  const bytes = new Uint8Array(MOST_HEAD);
  return bytes.subarray(0, writeHead(new DataView(bytes.buffer), 0, ARRAY, count));
}

/** Writes the beginning of an item and gives where it ends. */
function writeHead(view: DataView, at: number, major: number, argument: number): number {
  const type = major << 5;
  if (argument < 24) {
    view.setUint8(at, type | argument);
    return at + 1;
  }
  if (argument < 0x100) {
    view.setUint8(at, type | 24);
    view.setUint8(at + 1, argument);
    return at + 2;
  }
  if (argument < 0x1_0000) {
    view.setUint8(at, type | 25);
    view.setUint16(at + 1, argument);
    return at + 3;
  }
  view.setUint8(at, type | 26);
  view.setUint32(at + 1, argument);
  return at + MOST_HEAD;
}

function unknown(what: string, at: number): Error {
  return new Error(
    `A file of the search index holds ${what} at byte ${at}, which is not read here.`,
  );
}

/** Writes CBOR in its shortest form (RFC 8949, section 4.2.1), as Pagefind does. */
export function encodeCbor(value: Cbor): Uint8Array<ArrayBuffer> {
  return cborEncoder()(value);
}

/** Encodes values one after the other without new room for each; each is given its own bytes. */
export function cborEncoder(): (value: Cbor) => Uint8Array<ArrayBuffer> {
  let bytes = new Uint8Array(1024);
  let view = new DataView(bytes.buffer);
  let at = 0;
  const provide = (count: number): void => {
    if (at + count <= bytes.length) return;
    const grown = new Uint8Array(Math.max(2 * bytes.length, at + count));
    grown.set(bytes);
    bytes = grown;
    view = new DataView(bytes.buffer);
  };
  const head = (major: number, argument: number): void => {
    provide(MOST_HEAD);
    at = writeHead(view, at, major, argument);
  };
  const write = (part: Cbor): void => {
    if (typeof part === "number") {
      if (part < 0) head(NEGATIVE, -1 - part);
      else head(UNSIGNED, part);
    } else if (typeof part === "string") {
      const text = encoder.encode(part);
      head(TEXT, text.length);
      provide(text.length);
      bytes.set(text, at);
      at += text.length;
    } else {
      head(ARRAY, part.length);
      for (const one of part) write(one);
    }
  };
  return (value) => {
    at = 0;
    write(value);
    return bytes.slice(0, at);
  };
}
