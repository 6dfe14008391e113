import { exampleFrontMatter } from "../example.ts";
import { listed, quoted, typed } from "../quoted.ts";
import { defineRule } from "../rule.ts";

/** What a key that there is not was meant as. */
export type MeantKey =
  /** Another key. `lines` are what to type for it, `example` is of its form where the value does not tell. */
  | {
      is: "key";
      key: string;
      lines: readonly { line: string; said?: string | undefined }[];
      example: string | undefined;
    }
  /** Rules of the check that are called so in several families: the lines that switch them. */
  | { is: "rule"; lines: readonly string[] }
  /** Another key, which is there already. */
  | { is: "given"; key: string; line: number }
  /** A key of the one above it, which it must be indented below. */
  | { is: "inner"; parent: string; line: string }
  /** The end of the value before it, which a comma cut off: all of that, to be typed in its place. */
  | { is: "comma"; line: string }
  /** What the name of the file says here. */
  | { is: "name"; better: string | undefined; alias: string | undefined }
  /** What the press does by itself, as a sentence without its full stop. */
  | { is: "needless"; because: string }
  /** Nothing that can be told; `known` are the keys that there are, if they are few. Else `guide` lists them. */
  | { is: "unknown"; known: readonly string[]; guide: string };

export const rule = defineRule<{
  key: string;
  /** How the mapping that it stands in is called; undefined for the whole of a file. */
  parent: string | undefined;
  meant: MeantKey;
  /** To write in its place, where it has no line of its own: the line without it, or what to remove of that. */
  without: { line: string } | { pair: string } | undefined;
}>({
  code: "schema/unknown-key",
  severity: "error",
  mends: true,
  summary: "Every key is a known one: a misspelt one would be lost without notice.",
  explain: ({ key, parent, meant, without }) => {
    const { because, fix } = told(meant, removal(without));
    return {
      message: `There is no key ${quoted(key)}${parent === undefined ? "" : ` in ${parent}`}${because}.`,
      fix,
    };
  },
  example: exampleFrontMatter({ kicker: null, summary: "What it says." }),
});

/** What to do so that the key is gone, without a full stop. */
function removal(without: { line: string } | { pair: string } | undefined): string {
  if (without === undefined) return "Remove its line";
  return "line" in without ? `Write ${typed(without.line)}` : `Remove ${typed(without.pair)}`;
}

function told(meant: MeantKey, remove: string): { because: string; fix: string } {
  switch (meant.is) {
    case "key": {
      const choices = meant.lines.map(({ line, said }) =>
        said === undefined || meant.lines.length === 1 ? typed(line) : `${typed(line)} for ${said}`,
      );
      if (choices.length > 0)
        return {
          because: `; it is called ${typed(meant.key)} here`,
          fix: `Write ${listed(choices, "or")}.`,
        };
      return {
        because: `; it is called ${typed(meant.key)} here`,
        fix:
          meant.example === undefined
            ? `Write ${typed(meant.key)} in its place.`
            : `Write it in the form of ${typed(meant.example)}.`,
      };
    }
    case "rule":
      return {
        because: "; a rule is called by its family too",
        fix: `Write ${listed(meant.lines.map(typed), "or")}.`,
      };
    case "given":
      return {
        because: `; it is called ${typed(meant.key)} here, which is given on line ${meant.line}`,
        fix: `${remove}, or put its value there.`,
      };
    case "inner":
      return {
        because: `; it belongs to ${typed(meant.parent)} above it, and must be indented`,
        fix: `Write ${typed(meant.line)}, with 2 spaces before it.`,
      };
    case "comma":
      return {
        because: "; between braces a comma ends the value before it",
        fix: `Write ${typed(meant.line)}.`,
      };
    case "name":
      return {
        because: "; the name of the file decides its address",
        fix: [
          `${remove}${meant.better === undefined ? "" : `, and rename the file to ${typed(meant.better)} if that is the name you want`}.`,
          ...(meant.alias === undefined
            ? []
            : [`If it was published there before, write ${typed(meant.alias)}.`]),
        ].join(" "),
      };
    case "needless":
      return { because: `; ${meant.because}`, fix: `${remove}.` };
    case "unknown":
      return {
        because: "",
        fix: `${remove}. ${meant.known.length === 0 ? `${meant.guide} lists all keys` : `The keys are ${listed(meant.known.map(typed))}`}.`,
      };
  }
}
