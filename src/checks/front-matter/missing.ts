import { lines, quoted, typed } from "../quoted.ts";
import { defineRule } from "../rule.ts";

/** Why no front matter was found where a file begins. */
export type NoFrontMatter =
  /** `lines` are the keys with their values; `choices` says what can be written there, as sentences. */
  | { is: "none"; lines: readonly string[]; choices: readonly string[] }
  /** TOML or JSON, with its first key as a line of YAML, where that can be told. */
  | { is: "toml" | "json"; line: string | undefined }
  /** The first line was meant as `---`. */
  | { is: "misspelt"; written: string }
  /** A line `---` follows only on this line of the file. */
  | { is: "late"; line: number }
  /** The keys stand there without the line `---` before them. */
  | { is: "unfenced"; written: string };

export const rule = defineRule<NoFrontMatter>({
  code: "front-matter/missing",
  severity: "error",
  mends: true,
  summary: "A text begins with front matter: YAML between two lines `---`.",
  explain: (fault) => ({ message: messageOf(fault), fix: fixOf(fault) }),
  example: { files: { "articles/2026/03/story.mdx": "Just words.\n" } },
});

function messageOf(fault: NoFrontMatter): string {
  switch (fault.is) {
    case "toml":
      return "The front matter is TOML (`+++`); it must be YAML.";
    case "json":
      return "The front matter is JSON; it must be YAML.";
    case "misspelt":
      return `The first line is ${quoted(fault.written)}, which does not open the front matter.`;
    case "late":
      return `The front matter begins on line ${fault.line}; it must begin on the first.`;
    case "unfenced":
      return `The first line is ${quoted(fault.written)}; the line ${typed("---")} that opens the front matter is missing before it.`;
    case "none":
      return "There is no front matter, which gives the article's title and date.";
  }
}

function fixOf(fault: NoFrontMatter): string {
  switch (fault.is) {
    case "toml":
    case "json":
      return `Write ${typed("---")} on a line before and after it, and each key with a colon and a space before its value${fault.line === undefined ? "" : `: ${typed(fault.line)}`}.`;
    case "misspelt":
      return `Write ${typed("---")} on the first line: three hyphens and nothing else.`;
    case "late":
      return `Delete everything above the line ${typed("---")}, including empty lines.`;
    case "unfenced":
      return `Write a line ${typed("---")} above it, and one below the last key.`;
    case "none":
      return `${["Begin the file with these lines.", ...fault.choices].join(" ")}${lines("---", ...fault.lines, "---")}`;
  }
}
