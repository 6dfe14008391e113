import { exampleSite } from "../example.ts";
import { defineRule } from "../rule.ts";

export const rule = defineRule<{ reason: string }>({
  code: "part/css",
  severity: "error",
  summary: "The publication's style sheet can be parsed from its beginning to its end.",
  explain: ({ reason }) => ({
    message: `This is not CSS: ${reason}. A browser would leave out what follows.`,
    fix: "Correct the rule that stands here.",
  }),
  example: {
    files: {
      ...exampleSite("styles: ./styles.css").files,
      "styles.css": ".masthead-name {\n  letter-spacing 0;\n}\n",
    },
  },
});
