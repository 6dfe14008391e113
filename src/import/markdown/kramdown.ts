import { isInCode } from "./construct.ts";
import type { Construct, ConstructContext } from "./construct.ts";

const CONTENTS = /^[ \t]*\{:[ \t]*toc\b[^}\n]*\}[ \t]*$/gim;

/** What of kramdown has no place in Stet: its tables of contents, which Stet makes itself. */
export function kramdownConstructs(context: ConstructContext): Construct[] {
  const { source } = context;
  const found: Construct[] = [];
  for (const match of source.matchAll(CONTENTS)) {
    const line = match.index;
    if (isInCode(context, line)) continue;
    // The list that it stands below only holds its place.
    const above = source.lastIndexOf("\n", line - 2) + 1;
    const isList = line > 0 && /^[ \t]*(?:[*+-]|\d{1,9}\.)[ \t]/.test(source.slice(above, line));
    const end = line + match[0].length;
    context.note(
      "changed",
      "the mark for a table of contents was left out: Stet makes one of longer texts",
    );
    found.push({ from: isList ? above : line, to: Math.min(end + 1, source.length), md: "" });
  }
  return found;
}

/** Attribute lists of kramdown and ids of headings, which MDX takes for code. */
export const ATTRIBUTE_LIST = /\{(?::|[#.][\w-])[^{}\n]*\}/g;
