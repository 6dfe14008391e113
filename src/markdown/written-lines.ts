import type { Node } from "unist";

/** The lines of a node as they stand in a source, without what a list or a quotation around it puts before them. */
function writtenLines({ position }: Node, source: string): string[] {
  const [from, to] = [position?.start.offset, position?.end.offset];
  if (from === undefined || to === undefined) return [];
  return source
    .slice(from, to)
    .split(/\r?\n/)
    .map((line, at) => (at === 0 ? line : line.replace(/^[ \t>]*/, "")).trimEnd());
}

/** Most lines that are given to be typed. */
const FEW = 8;

/** The same where they are few enough to be typed; `undefined` where there are none, too. */
export function fewLines(node: Node | undefined, source: string): string[] | undefined {
  const lines = node === undefined ? [] : writtenLines(node, source);
  return lines.length === 0 || lines.length > FEW ? undefined : lines;
}
