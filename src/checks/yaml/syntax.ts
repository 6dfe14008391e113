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
  mends: true,
  summary:
    "Front matter and data files are YAML, and `popular.json` is JSON; a text with characters that have a special meaning there is in quotation marks.",
  explain: (fault) => {
    switch (fault.is) {
      case "deep":
        return {
          message: `Brackets or lists are nested more than ${fault.levels} levels deep here, which Stet does not read.`,
          fix: "Put a text that begins with a bracket or a hyphen in quotation marks; otherwise reduce the nesting.",
        };
      case "comment":
        return {
          message: `${quoted(fault.comment)} is a comment in YAML, so the value ends before it, and what follows cannot be read.`,
          fix:
            fault.line === undefined
              ? "Put the text that contains the `#` in quotation marks."
              : `Write ${typed(fault.line)}.`,
        };
      case "twice":
        return {
          message: `The key ${quoted(fault.key)} is given twice${fault.first === fault.second ? "" : `, on line ${fault.first} and on line ${fault.second}`}.`,
          fix:
            fault.same && fault.first !== fault.second
              ? `Remove line ${fault.second}, which says the same.`
              : "Remove one of them.",
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
          fix: `Put ${typed(fault.quote)} before the value and after it.`,
        };
      case "second":
        return {
          message: "A line `---` begins a new document, but a data file contains only its keys.",
          fix: "Remove the line `---`.",
        };
      case "other":
        return {
          message: `This cannot be read as ${fault.format}: the line is not a key with a value.`,
          fix:
            fault.format === "JSON"
              ? 'Write each entry in the form of `"/2026/03/story/": 120`, with a comma between two entries and none after the last.'
              : "Write a key, a colon, a space and the value on each line, as in `title: WRITE THE HEADLINE HERE`; put a text with characters other than letters in quotation marks.",
        };
    }
  },
  example: exampleFrontMatter({ title: "Search: a year in review" }),
});

function because(reason: LineReason): string {
  switch (reason.is) {
    case "colon":
      return "The text contains a colon and a space, so YAML reads what is before them as a key.";
    case "curly":
      return `${typed(reason.open)} and ${typed(reason.close)} are not quotation marks in YAML, so the text between them is not kept together.`;
    case "sign":
      return `The value begins with ${typed(reason.sign)}, which has a special meaning in YAML.`;
    case "quotation":
      return `The value begins with ${typed(reason.quote)}, so it must end with the next one, but it goes on.`;
    case "open-quotation":
      return `The quotation that begins here with ${typed(reason.quote)} does not end.`;
    case "open-bracket":
      return `The bracket ${typed(reason.bracket)} that opens here is not closed.`;
    case "backslash":
      return "In double quotation marks a backslash begins an escape, but not with the character after it.";
    case "entry":
      return "One of the values in these brackets contains characters that have a special meaning there.";
    case "tab":
      return "The line begins with a tab, which YAML does not accept as indentation.";
    case "odd-blank":
      return "The line contains a special space, such as word processors insert, which YAML does not read as a space.";
    case "indent":
      return "The line is indented more or less than the lines it belongs with.";
    case "no-blank":
      return "There is no space after the colon, so this is not a key.";
    case "no-colon":
      return `${typed(reason.sign)} is where YAML needs a colon and a space.`;
    case "no-hyphen":
      return `${typed(reason.sign)} is where a list entry needs a hyphen and a space.`;
    case "list":
      return "A list begins after the key, on the same line.";
  }
}

/** How many blanks stand before a line, where that is what it is about. */
function placed({ reason, line }: { reason: LineReason; line: string }): string {
  const isStart = reason.is === "indent" || reason.is === "tab";
  if (!isStart && !(reason.is === "odd-blank" && reason.at === "start")) return "";
  const blanks = line.length - line.trimStart().length;
  return blanks === 0 ? ", with nothing before it" : `, with ${blanks} spaces before it`;
}
