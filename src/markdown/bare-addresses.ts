import type { Root } from "hast";
import type { Mark, MarkedSource } from "./marked-source.ts";
import { walk } from "./tree.ts";

/**
 * What ends an address in running text though GFM goes on to the next blank: punctuation, signs, blanks and what
 * shows nothing, all beyond ASCII; the straight quote, which no address holds; the mark of a footnote, and the end tag of a
 * shortcode. The two joiners belong to words. Marks of emphasis before it are no part of the address either.
 */
const END =
  /(?<![*_~])[*_~]*(?:"|\[[\^\/]|[[\p{P}\p{S}\p{Z}\p{Cf}]--[\u0000-\u007f\u200c\u200d]])/gv;

/** Everything that the parser may take for an address. */
const STRETCHES = /(?:https?:\/\/|www\.)\S*/gi;

/** How GFM knows an address that has no brackets around it. */
const BEGINNING = /https?:\/\/|www\./gi;

/** Where bare addresses of a tree end earlier than the parser, which follows GFM, has read. */
export function addressEnds(tree: Root, marked: MarkedSource): Mark[] {
  const marks: Mark[] = [];
  const hasEnds = marked.source.match(STRETCHES)?.some((stretch) => stretch.search(END) !== -1);
  if (hasEnds !== true) return marks;
  walk(tree, (node) => {
    if (node.type !== "element" || node.tagName !== "a") return;
    const [start, end] = marked.rangeOf(node);
    const written = marked.source.slice(start, end);
    if (!/^(?:https?:\/\/|www\.)/i.test(written)) return;
    for (const at of endsWithin(written)) marks.push({ at: start + at, kind: "end" });
  });
  return marks;
}

/** Where addresses end in a stretch that the parser took for one; behind an end, another may begin. */
function* endsWithin(written: string): Generator<number> {
  let from = 0;
  for (;;) {
    BEGINNING.lastIndex = from;
    if (BEGINNING.exec(written) === null) return;
    END.lastIndex = BEGINNING.lastIndex;
    const end = END.exec(written);
    if (end === null) return;
    yield end.index;
    from = END.lastIndex;
  }
}
