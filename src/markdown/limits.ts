import type { Details } from "../checks/body/too-complex.ts";
import type { SourceLocation } from "../domain/source-location.ts";

/**
 * Bounds on what is handed to the parser. No article comes near them; beyond them the parser takes
 * seconds, or runs out of stack, which would end the build without a word.
 */
export const LIMITS = {
  /** UTF-16 units of a file. */
  length: 2_000_000,
  /** Quotations and lists opened by one line; brackets inside an expression of `.mdx`. */
  nesting: 100,
  /** `{` of an `.mdx` file altogether. */
  braces: 10_000,
  /** UTF-16 units from a `{` to its `}` in `.mdx`: the parser follows chains of operators by recursion. */
  expression: 10_000,
  /**
   * Signs that may be marks on one line, times its UTF-16 units, up to which marks of the press's own are put in: beyond
   * ASCII, the parser counts columns from the line's start.
   */
  lineWork: 1_000_000_000,
  /**
   * Underscores of a word times its UTF-16 units, all words of a file together: at each, the parser goes back to the
   * beginning of what may be the name in an address of mail.
   */
  wordWork: 100_000_000,
  /** Cells of all tables of a file together, counting those that short rows leave out and the parser fills in. */
  tableCells: 100_000,
  /** Columns of one table. */
  tableColumns: 1000,
  /** Levels of the finished tree. */
  treeDepth: 250,
  /** Raw HTML tags of a `.md` file. */
  rawNodes: 20_000,
} as const;

/** A limit that a source exceeds, and where. */
export interface Exceeded {
  location: SourceLocation;
  details: Details;
}
