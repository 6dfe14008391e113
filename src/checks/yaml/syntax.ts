import { exampleFrontMatter } from "../example.ts";
import { quoted, typed } from "../quoted.ts";
import { defineRule } from "../rule.ts";

/** Why a text of YAML, or JSON, cannot be read. */
export type YamlFault =
  | { is: "deep"; levels: number }
  /** A comment cut a value short. */
  | { is: "comment"; comment: string; line: string | undefined }
  | { is: "twice"; key: string; first: number; second: number; same: boolean }
  /** What a line must be instead of what it is. `lines` says how many of the file it takes the place of. */
  | { is: "line"; reason: LineReason; line: string; lines: number }
  /** The same for a value that is too long to be typed again. */
  | { is: "long"; reason: LineReason; quote: string }
  /** A line `---` in a card. */
  | { is: "second" }
  | { is: "other"; format: "YAML" | "JSON" };

export type LineReason =
  | { is: "colon" }
  | { is: "curly"; open: string; close: string }
  | { is: "sign"; sign: string }
  | { is: "quotation"; quote: string }
  | { is: "open-quotation"; quote: string }
  | { is: "open-bracket"; bracket: string }
  | { is: "backslash" }
  | { is: "entry" }
  | { is: "tab" }
  | { is: "odd-blank"; at: "start" | "colon" }
  | { is: "indent" }
  | { is: "no-blank" }
  | { is: "no-colon"; sign: string }
  | { is: "no-hyphen"; sign: string }
  | { is: "list" };

export const rule = defineRule<YamlFault>({
  code: "yaml/syntax",
  severity: "error",
  summary:
    "Front matter and data files are written in YAML, and `popular.json` in JSON; a text with signs that these give a meaning stands between quotation marks.",
  explain: (fault) => {
    switch (fault.is) {
      case "deep":
        return {
          message: `Brackets or lists are nested more than ${fault.levels} levels deep here; that is not read.`,
          fix: "Put a text that begins with a bracket or a hyphen between quotation marks; else write it flat.",
        };
      case "comment":
        return {
          message: `${quoted(fault.comment)} is a comment to YAML, so the value ends before it, and what follows cannot be read.`,
          fix:
            fault.line === undefined
              ? "Put the text that holds the `#` between quotation marks."
              : `Write ${typed(fault.line)}.`,
        };
      case "twice":
        return {
          message: `The key ${quoted(fault.key)} is given twice${fault.first === fault.second ? "" : `, on line ${fault.first} and on line ${fault.second}`}.`,
          fix:
            fault.same && fault.first !== fault.second
              ? `Remove line ${fault.second}, which says the same.`
              : "Remove the one that is not meant.",
        };
      case "line":
        return {
          message: because(fault.reason),
          fix:
            fault.lines === 1
              ? `Write ${typed(fault.line)}${placed(fault)}.`
              : `Write the ${fault.lines} lines as one: ${typed(fault.line)}.`,
        };
      case "long":
        return {
          message: because(fault.reason),
          fix: `Put ${typed(fault.quote)} before the value and behind it.`,
        };
      case "second":
        return {
          message: "A line `---` begins something new, and a data file has nothing but its keys.",
          fix: "Remove the line `---`.",
        };
      case "other":
        return {
          message: `This cannot be read as ${fault.format}: the line is no key with a value.`,
          fix:
            fault.format === "JSON"
              ? 'Write each entry in the form of `"/2026/03/story/": 120`, with a comma between two entries and none behind the last.'
              : "Write a key, a colon, a blank and the value on each line, as in `title: WRITE THE HEADLINE HERE`; put a text with other signs than letters between quotation marks.",
        };
    }
  },
  example: exampleFrontMatter({ title: "Search: a year in review" }),
});

function because(reason: LineReason): string {
  switch (reason.is) {
    case "colon":
      return "The text holds a colon and a blank, which makes a key of what stands before them.";
    case "curly":
      return `${typed(reason.open)} and ${typed(reason.close)} are no quotation marks to YAML, so what stands between them is not kept together.`;
    case "sign":
      return `The value begins with ${typed(reason.sign)}, which has a meaning of its own in YAML.`;
    case "quotation":
      return `The value begins with ${typed(reason.quote)}, so it would have to end with the next one, and it goes on.`;
    case "open-quotation":
      return `The quotation that begins here with ${typed(reason.quote)} does not end.`;
    case "open-bracket":
      return `The bracket ${typed(reason.bracket)} that opens here is not closed.`;
    case "backslash":
      return "Between double quotation marks a backslash has a meaning of its own, and none with the sign behind it.";
    case "entry":
      return "One of the values between these brackets holds signs that have a meaning of their own there.";
    case "tab":
      return "The line begins with a tab, which YAML does not take for indentation.";
    case "odd-blank":
      return "The line has a blank of another kind in it, as word processors set them, which YAML does not take for one.";
    case "indent":
      return "The line begins with more or fewer blanks than the lines that it belongs to.";
    case "no-blank":
      return "A blank is missing behind the colon, so there is no key here.";
    case "no-colon":
      return `${typed(reason.sign)} stands where YAML has a colon and a blank.`;
    case "no-hyphen":
      return `${typed(reason.sign)} stands where an entry of a list has a hyphen and a blank.`;
    case "list":
      return "A list begins behind the key, on the same line.";
  }
}

/** How many blanks stand before a line, where that is what it is about. */
function placed({ reason, line }: { reason: LineReason; line: string }): string {
  const isStart = reason.is === "indent" || reason.is === "tab";
  if (!isStart && !(reason.is === "odd-blank" && reason.at === "start")) return "";
  const blanks = line.length - line.trimStart().length;
  return blanks === 0 ? ", with nothing before it" : `, with ${blanks} blanks before it`;
}
