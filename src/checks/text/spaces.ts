import type { SourceLocation } from "../../domain/source-location.ts";
import { defineArticleRule } from "../article-rule.ts";
import { exampleFrontMatter } from "../example.ts";

/** Several blanks between two words. */
const SPACES = /(?<=\S) {2,}(?=\S)/;

const KEYS = ["title", "description", "kicker"] as const;

export const rule = defineArticleRule<{ key: string; isMarked: boolean }>({
  code: "text/spaces",
  severity: "hint",
  summary:
    "There is one space between two words of a headline, a description or a kicker: feeds and share cards show them as they are.",
  switchable: {},
  test: ({ article, locationOf, sourceOf }) =>
    KEYS.flatMap((key) => {
      if (!SPACES.test(article[key] ?? "")) return [];
      const whole = locationOf([key]);
      const marked = spacesIn(sourceOf([key]), whole);
      return [{ location: marked ?? whole, details: { key, isMarked: marked !== undefined } }];
    }),
  explain: ({ key, isMarked }) => ({
    message: `There is more than one space between two words of \`${key}\`.`,
    fix: "Write one space.",
    replacement: isMarked ? " " : undefined,
  }),
  example: exampleFrontMatter({ title: "The harbour  council meets again" }),
});

/** Where they stand in a text as it is written, on one line. */
function spacesIn(source: string | undefined, whole: SourceLocation): SourceLocation | undefined {
  if (source === undefined || source.includes("\n")) return undefined;
  const found = SPACES.exec(source);
  if (found === null) return undefined;
  return { line: whole.line, column: whole.column + found.index, length: found[0].length };
}
