import { exampleImport } from "../example.ts";
import { defineRule } from "../rule.ts";
import type { Explanation } from "../rule.ts";
import { isTypable, quoted, typed } from "../quoted.ts";

export type Details =
  | { kind: "unknown" | "empty" | "unopened" | "instruction" | "rule"; written: string }
  /** What word processors leave. */
  | { kind: "foreign"; written: string }
  | { kind: "component"; written: string }
  | { kind: "misplaced"; written: string; whole: string }
  | { kind: "address"; written: string }
  | { kind: "unclosed"; written: string; name: string; takes: Taken }
  /** `begins` is what it begins with, `meant` the whole of it as it is meant, where that is known. */
  | { kind: "endless"; begins: string; takes: Taken; meant?: string | undefined };

/** What a tag without an end would do to so many words behind it, as HTML. */
export interface Taken {
  words: number;
  hides: boolean;
}

export const rule = defineRule<Details>({
  code: "html/as-text",
  severity: "warning",
  summary:
    "What looks like HTML in `.md` but is not valid is shown as text: unknown elements, tags that are never closed, unterminated markup.",
  explain: (details): Explanation => {
    const printed = "It is shown as text.";
    switch (details.kind) {
      case "unknown":
        return {
          message: `${quoted(details.written)} is not an HTML element. ${printed}`,
          fix: asText(details.written),
        };
      case "foreign":
        return {
          message: `${quoted(details.written)} is not an HTML element. ${printed}`,
          fix: `Remove ${typed(details.written)} and ${typed(details.written.replace("<", "</"))}: only programs such as word processors write them.`,
        };
      case "component":
        return {
          message: `${quoted(details.written)} is a component, and components work only in .mdx. ${printed}`,
          fix: `Rename the file so that it ends in \`.mdx\`; if it is meant as text, put it into backticks, ${typed(`\`${details.written}\``)}.`,
        };
      case "empty":
        return {
          message: `${quoted(details.written)} does nothing without attributes. ${printed}`,
          fix: asText(details.written),
        };
      case "misplaced":
        return {
          message: `${quoted(details.written)} is not inside \`<${details.whole}>\`. ${printed}`,
          fix: asText(details.written),
        };
      case "unopened":
        return {
          message: `${quoted(details.written)} closes nothing. ${printed}`,
          fix: asText(details.written),
        };
      case "instruction":
        return {
          message: `${quoted(details.written)} is a processing instruction. ${printed}`,
          fix: asText(details.written),
        };
      case "rule":
        return {
          message: `${quoted(details.written)} is inside a sentence. ${printed}`,
          fix: `${asText(details.written)} If it is meant as a horizontal rule, put \`---\` on a line of its own, between empty lines.`,
        };
      case "address":
        return {
          message: `${quoted(details.written)} looks like an address, but not one that browsers can open. ${printed}`,
          fix: asText(details.written),
        };
      case "unclosed":
        return {
          message: `${quoted(details.written)} is never closed${taken(details.takes)}. ${printed}`,
          fix: `${asText(details.written)} If it is meant as HTML, write ${typed(`</${details.name}>`)} where it ends.`,
        };
      case "endless":
        return {
          message: `The markup that begins with ${quoted(details.begins)} has no end${taken(details.takes)}. ${printed}`,
          fix: `${
            details.meant === undefined
              ? details.begins.startsWith("<!--")
                ? "Write `-->` where it ends"
                : "Write the `>` or the quotation mark that is missing"
              : `Write ${typed(details.meant)}`
          }; if readers should see it, write ${typed(`\\${details.begins}`)}.`,
        };
    }
  },
  example: exampleImport("A list is called <name> there."),
});

function asText(written: string): string {
  return isTypable(written)
    ? `Put it into backticks, ${typed(`\`${written}\``)}, or write ${typed(`\\${written}`)}.`
    : "Write a backslash before it.";
}

function taken({ words, hides }: Taken): string {
  if (words === 0) return "";
  const count = words === 1 ? "the word" : `the ${words.toLocaleString("en")} words`;
  return hides
    ? `; as HTML it would hide ${count} after it`
    : `; as HTML it would extend over ${count} after it`;
}
