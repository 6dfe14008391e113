import { exampleFrontMatter } from "../example.ts";
import { lines as below, listed, quoted, typed } from "../quoted.ts";
import { sentence } from "../naming.ts";
import { defineRule } from "../rule.ts";

/** A value that is not what its key takes. */
export interface ValueFault {
  /** How the value is called. */
  name: string;
  /** As it is written; undefined where nothing is. */
  written: string | undefined;
  /** What it must be, as the end of a sentence: `must be a list`. */
  demand: string;
  /** Why it is not, in further sentences without full stops. */
  because: readonly string[];
  /** What it can be meant as, likeliest first: what to type, and what that says where there is a choice. */
  meant: readonly { line: string; said?: string | undefined }[];
  /** Something of the form that is wanted. */
  example: string | undefined;
  /** Whether it is nothing but too long. */
  isTooLong: boolean;
  /** How many lines from that of its key on the value takes. */
  lines: number;
  /** All lines that can be written, where that is known. */
  choices: readonly string[];
  /** Whether all is well without the value. */
  removable: boolean;
}

export const rule = defineRule<ValueFault>({
  code: "schema/value",
  severity: "error",
  mends: true,
  summary: "Each value has the type and form that its key takes.",
  explain: ({ name, written, demand, because, ...remedy }) => ({
    message: [
      written === undefined
        ? `${sentence(name)} is empty.`
        : `${sentence(name)} is ${quoted(written)}; it ${demand}.`,
      ...because.map((reason) => `${reason}.`),
    ].join(" "),
    fix: fixOf(remedy),
  }),
  example: exampleFrontMatter({ date: "12 March 2026" }),
});

/** Most lines that are offered; where there are more, the demand has named them. */
const MOST_CHOICES = 4;

function fixOf({
  meant,
  example,
  isTooLong,
  lines,
  choices,
  removable,
}: Omit<ValueFault, "name" | "written" | "demand" | "because">): string {
  const [first, second] = meant;
  if (first !== undefined && second === undefined && lines > 1)
    return `Write the ${lines} lines as one: ${typed(first.line)}.`;
  if (first !== undefined && second === undefined) return `Write ${typed(first.line)}.`;
  if (first !== undefined) {
    const choices = meant.map(({ line, said }) =>
      said === undefined ? typed(line) : `${typed(line)} for ${said}`,
    );
    return `Write ${listed(choices, "or")}.`;
  }
  if (isTooLong) return "Shorten it.";
  const without = removable ? ", or remove it" : "";
  if (choices.length > MOST_CHOICES) return `Write one of these${without}.`;
  if (choices.length > 0) return `Write ${listed(choices.map(typed), "or")}${without}.`;
  if (example?.includes("\n") === true)
    return `${removable ? "Remove it, or write" : "Write"} it in the form of these lines:${below(...example.split("\n"))}`;
  if (example !== undefined) return `Write it in the form of ${typed(example)}${without}.`;
  return `Write such a value${without}.`;
}
