import type { BodyProblem } from "./body.ts";
import type { Place } from "../domain/body.ts";

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
  /** `<` between two empty lines of an `.mdx` file; tags inside one another cost the square of their number. */
  tagsTogether: 5000,
  /** Signs that may be marks on one line, times its UTF-16 units: beyond ASCII, the parser counts columns from its start. */
  lineWork: 1_000_000_000,
  /** Cells of one table, counting those that short rows leave out and the parser fills in. */
  tableCells: 100_000,
  /** Levels of the finished tree. */
  treeDepth: 250,
  /** Raw HTML tags of a `.md` file. */
  rawNodes: 20_000,
} as const;

/** The problem of a body that exceeds a limit, in the words every limit uses. */
export function limitProblem(place: Place, what: string, fix: string): BodyProblem {
  return {
    ...place,
    code: "body/too-complex",
    severity: "error",
    message: `${what}. The file is not read any further, so that it cannot stall the build.`,
    fix,
  };
}
