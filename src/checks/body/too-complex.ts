import { exampleImport } from "../example.ts";
import { defineRule } from "../rule.ts";
import type { Explanation } from "../rule.ts";

export type Details =
  | { kind: "length"; length: number; most: number }
  | { kind: "nesting"; most: number }
  | { kind: "table"; cells: number; columns: number }
  | { kind: "underscores" }
  | { kind: "tags"; most: number }
  | { kind: "braces"; length: number; nesting: number; most: number }
  | { kind: "depth"; most: number };

export const rule = defineRule<Details>({
  code: "body/too-complex",
  severity: "error",
  summary:
    "A file stays within limits that no real article comes near, so that no file can stall the build.",
  explain: (details): Explanation => {
    const { what, fix } = explained(details);
    return {
      message: `${what}. The rest of the file is not read, so that it cannot stall the build.`,
      fix,
    };
  },
  example: exampleImport(`${">".repeat(200)} Words.`),
});

function explained(details: Details): { what: string; fix: string } {
  switch (details.kind) {
    case "length":
      return {
        what: `The file has ${number(details.length)} characters; at most ${number(details.most)} are read`,
        fix: "Split it into several articles, or move its data to a separate file.",
      };
    case "nesting":
      return {
        what: `This line opens more than ${details.most} nested quotations or lists`,
        fix: "Remove the extra `>` or list markers; put a backslash before the first if they are meant as text.",
      };
    case "table":
      return {
        what: `With the table that begins here, the file has more than ${number(details.cells)} table cells, or the table has more than ${number(details.columns)} columns`,
        fix: "Move the data to a file that the article links to, or split the article.",
      };
    case "underscores":
      return {
        what: "With the word that begins here, the file has more underscores within words than can be read",
        fix: "Move the data to a file that the article links to, or put blanks between its parts.",
      };
    case "tags":
      return {
        what: `The file has more than ${number(details.most)} HTML tags`,
        fix: "Split it into several articles, or write it in Markdown.",
      };
    case "braces":
      return {
        what: `The brace that opens here holds more than ${number(details.length)} characters or more than ${details.nesting} nested brackets, or the file has more than ${number(details.most)} of them`,
        fix: "Close it, or write `\\{` if the brace is only text. Move long data to a separate file.",
      };
    case "depth":
      return {
        what: `Lists, quotations or tags are nested more than ${details.most} levels deep`,
        fix: "Reduce the nesting; look for markers or tags that were meant as text.",
      };
  }
}

function number(value: number): string {
  return value.toLocaleString("en");
}
