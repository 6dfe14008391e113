/** The part of a file that a request asks for. Positions count from 0, `end` is the last byte. */
export type ByteRange = { start: number; end: number } | "whole" | "unsatisfiable";

/**
 * Reads the `Range` of a request for a file of so many bytes (RFC 9110, sections 14.1.2 and 14.2). Several parts, and
 * what is no range of bytes, are answered with the whole file, as the RFC allows.
 */
export function byteRange(range: string | undefined, bytes: number): ByteRange {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/i.exec(range?.trim() ?? "") ?? [];
  if (first === undefined || last === undefined || (first === "" && last === "")) return "whole";
  if (first === "") {
    const count = Math.min(Number(last), bytes);
    return count === 0 ? "unsatisfiable" : { start: bytes - count, end: bytes - 1 };
  }
  if (last !== "" && Number(last) < Number(first)) return "whole";
  if (Number(first) >= bytes) return "unsatisfiable";
  return {
    start: Number(first),
    end: last === "" ? bytes - 1 : Math.min(Number(last), bytes - 1),
  };
}
