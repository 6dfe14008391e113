import { isInCode } from "./construct.ts";
import type { Construct, ConstructContext } from "./construct.ts";

const CONTENTS = /^[ \t]*(?:[*+-]|\d+\.)[ \t]+[^\n]*\n[ \t]*\{:\s*toc\b[^}\n]*\}[ \t]*(?:\n|$)/gim;
const HEADING_OF_CONTENTS = /^\{:\s*toc\b[^}\n]*\}[ \t]*(?:\n|$)/gim;

/** What of kramdown has no place in Stet: its tables of contents, which Stet makes itself. */
export function kramdownConstructs(context: ConstructContext): Construct[] {
  const found: Construct[] = [];
  for (const pattern of [CONTENTS, HEADING_OF_CONTENTS])
    for (const match of context.source.matchAll(pattern)) {
      const from = match.index;
      if (isInCode(context, from) || found.some((one) => from >= one.from && from < one.to))
        continue;
      context.note(
        "changed",
        "the mark for a table of contents was left out: Stet makes one of longer texts",
      );
      found.push({ from, to: from + match[0].length, md: "" });
    }
  return found;
}

/** Attribute lists of kramdown and ids of headings, which MDX takes for code. */
export const ATTRIBUTE_LIST = /\{(?::[^{}\n]*|#[\w-]+[^{}\n]*|\.[\w-]+[^{}\n]*)\}/g;
