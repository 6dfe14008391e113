/** Characters of a mark: 36 bits. Among a million files one missing file in 68,000 has the mark of another. */
const LENGTH = 6;

const SIGNS = Uint8Array.from(
  "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_",
  (sign) => sign.charCodeAt(0),
);

/**
 * A short mark of a bundle path, the same on every machine. What a file names is kept as marks, since a large archive
 * names millions of files: as paths they would take ten times the room.
 */
export function markOf(path: string): string {
  // Two rounds of multiplying and mixing in each character, as in FNV and MurmurHash: made for speed, not for secrets.
  let a = 0x9e3779b9;
  let b = 0x85ebca6b;
  for (let at = 0; at < path.length; at += 1) {
    const code = path.charCodeAt(at);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x5bd1e995);
    b ^= b >>> 15;
  }
  a = mixed(a ^ b);
  b = mixed(b ^ a);
  return String.fromCharCode(
    sign(a),
    sign(a >>> 6),
    sign(a >>> 12),
    sign(b),
    sign(b >>> 6),
    sign(b >>> 12),
  );
}

/** The marks of paths in one text. */
export function marksOf(paths: readonly string[]): string {
  let marks = "";
  for (const path of paths) marks += markOf(path);
  return marks;
}

/** Whether each of the marks in a text is among the known ones. */
export function areAmong(marks: string, known: ReadonlySet<string>): boolean {
  for (let at = 0; at < marks.length; at += LENGTH) {
    if (!known.has(marks.slice(at, at + LENGTH))) return false;
  }
  return true;
}

function mixed(bits: number): number {
  let value = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return value ^ (value >>> 16);
}

function sign(bits: number): number {
  return SIGNS[bits & 63] ?? 0;
}
