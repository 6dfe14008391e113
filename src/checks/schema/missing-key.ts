import { exampleFrontMatter } from "../example.ts";
import { lines, listed, typed } from "../quoted.ts";
import { sentence } from "../naming.ts";
import { defineRule } from "../rule.ts";

/** Keys that are not there, and what to type for them. */
export type MissingKeys = { names: readonly string[] } & (
  | {
      is: "lines";
      /** One for each key, in order. */
      lines: readonly string[];
      /** The line that they belong below; undefined for those of a whole file. */
      below: number | undefined;
      inFrontMatter: boolean;
      /** What can be written in them, as sentences. */
      choices: readonly string[];
    }
  /** Their parent stands between braces: its line with the keys, to be typed in its place. */
  | { is: "whole"; line: string }
  /** The same where more is wrong on that line: what to add between the braces. */
  | { is: "inner"; pairs: string }
);

export const rule = defineRule<MissingKeys>({
  code: "schema/missing-key",
  severity: "error",
  summary: "Required keys are present.",
  explain: (missing) => ({
    message: `${sentence(listed(missing.names))} ${missing.names.length === 1 ? "is missing; it is" : "are missing; they are"} required.`,
    fix: fixOf(missing),
  }),
  example: exampleFrontMatter({ title: null, date: null }),
});

function fixOf(missing: MissingKeys): string {
  if (missing.is === "whole") return `Write ${typed(missing.line)}.`;
  if (missing.is === "inner")
    return `Write ${typed(`, ${missing.pairs}`)} before the brace that closes it.`;
  const what = missing.lines.length === 1 ? "this line" : "these lines";
  const front = missing.inFrontMatter ? " to the front matter" : "";
  const where = missing.below === undefined ? front : ` below line ${missing.below}`;
  return [`Add ${what}${where}.`, ...missing.choices].join(" ") + lines(...missing.lines);
}
