import { exampleBody } from "../example.ts";
import { defineRule } from "../rule.ts";
import type { Explanation } from "../rule.ts";
import { quoted, typed } from "../quoted.ts";

export type Details =
  /** One mark alone; `meant` is the word beside it between two. */
  | { kind: "single"; mark: string; meant: string; written: string; opens: boolean }
  /** Two marks that make nothing; `meant` is what stands between them as it is written right. */
  | {
      kind: "apart";
      mark: string;
      made: string;
      meant: string;
      written: string;
      hasBlank: boolean;
    }
  /** Two single marks that are not alike; `meant` is what stands between them in italics. */
  | { kind: "unlike"; mark: string; meant: string; written: string }
  /** More marks on one side than on the other; `marks` is how many the other side has. */
  | { kind: "uneven"; mark: string; marks: number; words: string; before: boolean }
  /** In raw HTML; `meant` is it in HTML, where there are two marks. */
  | { kind: "in-html"; mark: string; meant?: string | undefined }
  | { kind: "code"; fence: string };

export const rule = defineRule<Details>({
  code: "markdown/unclosed",
  severity: "warning",
  summary: "Markdown marks come in pairs, directly next to the words they apply to.",
  explain: (details): Explanation => {
    if (details.kind === "code") {
      return {
        message: "This code block has no closing line, so what follows is read as code.",
        fix: `Put a line ${details.fence} where the code ends.`,
      };
    }
    const { mark } = details;
    const shown = mark === "`" ? "A backtick" : `\`${mark}\``;
    switch (details.kind) {
      case "in-html":
        return {
          message: `${shown} is shown as is: Markdown is not read inside an HTML block.`,
          fix:
            details.meant === undefined
              ? "Put an empty line before and after the text."
              : `Write ${typed(details.meant)}, or put an empty line before and after the text.`,
        };
      case "single":
        return {
          message: `${shown} is shown as is, because no second one ${details.opens ? "closes" : "opens"} it.`,
          fix: `Write ${typed(details.meant)}, with the second one ${details.opens ? "after the last" : "before the first"} word it applies to; or ${toSee(details.written, mark)}.`,
        };
      case "apart":
        return {
          message: `${shown} is shown as is: nothing is ${details.made} here, because ${
            details.hasBlank
              ? "there is a space between the marks and the words"
              : "the words end in punctuation and a letter follows directly, or the other way round"
          }.`,
          fix: `Write ${typed(details.meant)}; or ${toSee(details.written, mark)}.`,
        };
      case "unlike":
        return {
          message: `${quoted(details.written)} is shown as is: a pair opens and closes with the same mark.`,
          fix: `Write ${typed(details.meant)} for italics, or ${typed(asText(details.written, "*_"))} if readers should see it.`,
        };
      case "uneven": {
        const { marks, words, before } = details;
        const marked = (count: number): string =>
          `${mark.repeat(count)}${words}${mark.repeat(count)}`;
        const printed = before ? `\\${mark}${marked(marks)}` : `${marked(marks)}\\${mark}`;
        return {
          message: `${shown} is shown as is, because there is one more ${before ? "before" : "after"} the words than ${before ? "after" : "before"} them.`,
          fix: `Write ${typed(marked(2))} for bold, ${typed(marked(1))} for italics, or ${typed(printed)} if readers should see it.`,
        };
      }
    }
  },
  example: exampleBody("A **bold word and more."),
});

/** A text as it is written for readers to see its marks. */
function asText(written: string, marks: string): string {
  return Array.from(written, (sign) => (marks.includes(sign) ? `\\${sign}` : sign)).join("");
}

function toSee(written: string, mark: string): string {
  return `write ${typed(asText(written, mark))} if readers should see it`;
}
