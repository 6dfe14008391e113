import { defineRule } from "../rule.ts";

export type Unreadable =
  /** `reason` is the parser's own; `isHere` tells that it names the place. */
  | { is: "refused"; reason: string; isHere: boolean }
  /** What reads articles ended, gave no answer or took too much memory over it; `isHere` tells that it does so from here on. */
  | { is: "ended" | "silent" | "grown"; isHere: boolean };

const LOST = {
  ended: "The parser crashes on this text",
  silent: "This text takes more than half a minute to parse",
  grown: "Parsing this text takes more than 2 GB of memory",
} as const;

export const rule = defineRule<Unreadable>({
  code: "body/unreadable",
  severity: "error",
  summary:
    "The parser can read every text. For an error that Stet has no explanation of, the message gives the parser's own words, or says what happened to the parser.",
  explain: (details) => {
    if (details.is === "refused")
      return details.isHere
        ? {
            message: `The text cannot be read from here on: ${details.reason}.`,
            fix: "Look for a brace, an angle bracket or a tag that is meant as text, and write a backslash before it.",
          }
        : {
            message: `The text could not be read: ${details.reason}.`,
            fix: "Remove the part that you wrote last and check again, to find the cause.",
          };
    return {
      message: `${LOST[details.is]}${details.isHere ? ", from this line on" : ""}.`,
      fix: details.isHere
        ? "Simplify this line and the block it belongs to, or put it in a code block."
        : "Remove half of the text and check again, to find the part that causes it; then simplify that part.",
    };
  },
});
