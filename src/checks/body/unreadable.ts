import { defineRule } from "../rule.ts";

export type Unreadable =
  /** `reason` is the parser's own; `isHere` tells that it names the place. */
  | { is: "refused"; reason: string; isHere: boolean }
  /** What reads articles ended, gave no answer or took too much memory over it; `isHere` tells that it does so from here on. */
  | { is: "ended" | "silent" | "grown"; isHere: boolean };

const LOST = {
  ended: "The program that reads articles breaks off over this text",
  silent: "This text takes longer to read than half a minute",
  grown: "Reading this text takes more than 2 GB of memory",
} as const;

export const rule = defineRule<Unreadable>({
  code: "body/unreadable",
  severity: "error",
  summary:
    "What cannot be read for a reason that is not known here is told in the words of the program that reads it, or by what became of that program over it.",
  explain: (details) => {
    if (details.is === "refused")
      return details.isHere
        ? {
            message: `The text cannot be read from here on: ${details.reason}.`,
            fix: "Look for a brace, an angle bracket or a tag that is not meant as such, and write a backslash before it.",
          }
        : {
            message: `The text could not be read: ${details.reason}.`,
            fix: "Take out the part written last and check again, to find what causes it.",
          };
    return {
      message: `${LOST[details.is]}${details.isHere ? ", from this line on" : ""}.`,
      fix: details.isHere
        ? "Write this line and what it belongs to in a simpler way, or put it into a code block."
        : "Take out the half of the text and check again, to find the part that causes it; then write that in a simpler way.",
    };
  },
});
