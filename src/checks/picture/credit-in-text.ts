import { CREDIT_TO_WRITE } from "../../domain/placeholder.ts";
import { defineArticleRule } from "../article-rule.ts";
import { EXAMPLE_DRAWING, exampleBody, withCheck } from "../example.ts";
import { typed } from "../quoted.ts";

export const rule = defineArticleRule<{ src: string; takesCredit: boolean }>({
  code: "picture/credit-in-text",
  severity: "warning",
  summary:
    "An image in the text has a credit, or stands in a gallery that has one; checked only in `.mdx`.",
  switchable: { isOff: true },
  test: ({ article: { format }, images }) =>
    format === "md"
      ? []
      : images().flatMap(({ src, credit, location, takesCredit }) =>
          credit === undefined && src.trim() !== ""
            ? [{ location, details: { src, takesCredit } }]
            : [],
        ),
  explain: ({ src, takesCredit }) => ({
    message: `The image ${src} has no credit.`,
    fix: takesCredit
      ? `Add ${typed(`credit="${CREDIT_TO_WRITE}"`)} to it.`
      : `Show it with ${typed("<Figure>")}, which takes a ${typed("credit")}.`,
  }),
  example: withCheck(
    "picture/credit-in-text: warning",
    exampleBody('<Figure src="./lock.svg" alt="A lock" />', {
      "articles/2026/03/lock.svg": EXAMPLE_DRAWING,
    }),
  ),
});
