import { defineArticleRule } from "../article-rule.ts";
import { exampleFrontMatter } from "../example.ts";

export const rule = defineArticleRule({
  code: "label/missing",
  severity: "error",
  summary: "Paid content is labelled: only `kind: sponsored` may name a sponsor.",
  test: ({ article: { kind, sponsor }, locationOfKey }) =>
    kind !== "sponsored" && sponsor !== undefined
      ? [
          {
            location: locationOfKey(["sponsor"]),
            // A key that is not there has the place of the whole.
            details: { kind, line: locationOfKey(["kind"]).line },
          },
        ]
      : [],
  explain: ({ kind, line }) => ({
    message: `The article names a sponsor, but its kind is \`${kind}\`, so no label says that it is paid for.`,
    fix:
      line > 1
        ? `Write \`kind: sponsored\` on line ${line}, or remove this line.`
        : "Add the line `kind: sponsored`, or remove this one.",
  }),
  example: exampleFrontMatter({ sponsor: "Lock Makers Ltd" }),
});
