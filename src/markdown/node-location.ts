import type { Node, Position } from "unist";
import type { SourceLocation } from "../domain/source-location.ts";

/** Turns offsets into places and back, for one source text. */
export interface Locator {
  /** The place `offset` UTF-16 units into the source. */
  placeAt(offset: number, length?: number): SourceLocation;
  /** The place of what stands between two offsets; of several lines, that of the first. */
  spanAt(start: number, end: number): SourceLocation;
  /** The offset of a place, or the end of the source when the place lies beyond it. */
  offsetOf(location: { line: number; column: number }): number;
}

/** A locator for `source`; lines end with LF, CRLF or CR, as CommonMark 2.1 has it. */
export function createLocator(source: string): Locator {
  const starts = [0];
  for (const match of source.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
  const placeAt = (offset: number, length?: number): SourceLocation => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const location = { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
    return length === undefined ? location : { ...location, length };
  };
  return {
    placeAt,
    spanAt(start, end) {
      const [line = "", ...more] = source.slice(start, end).split(/\r\n|\n|\r/);
      const location = placeAt(start, line.length);
      return more.length === 0 ? location : { ...location, lines: more.length + 1 };
    },
    offsetOf({ line, column }) {
      const start = starts[line - 1];
      return start === undefined ? source.length : Math.min(start + column - 1, source.length);
    },
  };
}

/** Where a node stands; a node the parser made up stands where the nearest of its parents does. */
export function locationOf(node: Node, parents: readonly Node[] = []): SourceLocation {
  for (const candidate of [node, ...parents.toReversed()]) {
    // The HTML parser leaves one end of an element open when tags cross badly, whatever its types say.
    const { start, end }: Partial<Position> = candidate.position ?? {};
    if (start === undefined) continue;
    const location: SourceLocation = { line: start.line, column: start.column };
    if (
      candidate === node &&
      end !== undefined &&
      start.line === end.line &&
      end.column > start.column
    ) {
      location.length = end.column - start.column;
    }
    return location;
  }
  return { line: 1, column: 1 };
}
