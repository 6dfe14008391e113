import { defineArticleRule } from "../article-rule.ts";

export const rule = defineArticleRule<{ lines: number }>({
  code: "front-matter/blanks",
  severity: "hint",
  mends: true,
  switchable: { isOff: true },
  summary: "No line of the front matter ends with spaces or tabs: they show as changes in git.",
  test: ({ trailingBlanks }) => {
    const edits = trailingBlanks();
    const [first] = edits;
    if (first === undefined) return [];
    const { start, end } = first;
    const location = { ...start, length: end.column - start.column };
    return [{ location, details: { lines: edits.length }, edits }];
  },
  explain: ({ lines }) => ({
    message: `${lines === 1 ? "This line ends" : `This line and ${lines - 1} more of the front matter end`} with spaces or tabs.`,
    fix: "Remove them.",
  }),
});
