import { inContent } from "../../domain/content-path.ts";
import { nameOf } from "../../domain/path-parts.ts";
import { exampleBody } from "../example.ts";
import { defineRule, STRICT_IN_MDX } from "../rule.ts";
import { shown } from "../words.ts";

/** A link to a file beside a text: it is empty, or it is not everybody's to publish, for a reason in a sentence. */
interface Refused {
  written: string;
  file: string;
  reason: string | undefined;
}

export const rule = defineRule<Refused>({
  code: "link/file",
  severity: STRICT_IN_MDX,
  summary:
    "A file next to a text that links to it is published with the text, if contributors may publish files of its type and it is not empty.",
  explain: ({ written, file, reason }) => {
    const name = nameOf(file);
    return reason === undefined
      ? {
          message: `The link ${shown(written)} leads to ${inContent(file)}, but that file is empty.`,
          fix: "Add the file again.",
        }
      : {
          message: `The link ${shown(written)} leads to ${inContent(file)}, which is not published from next to a text. ${reason}`,
          fix: `Put it in \`${inContent("public/")}\`, where the owner may publish it, and write \`/${name}\`; or offer it as a PDF, an archive (.zip) or another type that everyone can open.`,
        };
  },
  example: exampleBody("[The quiz](./quiz.html).", {
    "articles/2026/03/quiz.html": "<p>How many locks are there?</p>\n",
  }),
});
