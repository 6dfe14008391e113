import type { Root } from "hast";
import { addressEnds } from "./bare-addresses.ts";
import { MarkedSource } from "./marked-source.ts";
import type { Mark } from "./marked-source.ts";
import { singleTildes } from "./tildes.ts";
import { wideEmphasis } from "./wide-text.ts";

/** Finds in a tree what the parser took for something else than its author meant. */
export type MarkFinder = (tree: Root, marked: MarkedSource) => Mark[];

/** A tree, and the source that it was parsed from. Until it is restored, its places are those of the latter's text. */
export interface MarkedTree {
  tree: Root;
  marked: MarkedSource;
}

/** So often is a source parsed with further marks; what is only found then stays as the parser read it. */
const MOST_ROUNDS = 4;

/**
 * Parses a source so that its text reaches the reader as it was meant where Markdown itself would read it in another way.
 * What only the parser can tell, such as where an address begins, is marked in the source, which is then parsed again.
 * Throws what `parse` throws.
 */
export function parseMarked(
  source: string,
  parse: (text: string) => Root,
  given: readonly Mark[] = [],
  finders: readonly MarkFinder[] = [],
): MarkedTree {
  const marks = [...given, ...singleTildes(source), ...wideEmphasis(source)];
  let marked = new MarkedSource(source, marks);
  for (let round = 1; ; round += 1) {
    const tree = parse(marked.text);
    const found = [addressEnds, ...finders].flatMap((find) => find(tree, marked));
    if (found.length === 0 || round === MOST_ROUNDS) return { tree, marked };
    marks.push(...found);
    const next = new MarkedSource(source, marks);
    // Nothing can be marked in a source that holds all the signs for it.
    if (next.text === marked.text) return { tree, marked };
    marked = next;
  }
}
