import { exampleBody } from "../example.ts";
import { defineRule } from "../rule.ts";
import { typed } from "../quoted.ts";

/** `meant` is the link or the picture as it is written right. */
export const rule = defineRule<{
  isImage: boolean;
  why: "blanks" | "title" | "torn" | "turned" | "unclosed";
  meant: string;
}>({
  code: "markdown/address",
  severity: "warning",
  mends: true,
  summary:
    "The text and the address of a link or an image are side by side, and the address has no spaces.",
  explain: ({ isImage, why, meant }) => ({
    message: `This is text, not ${isImage ? "an image" : "a link"}, because ${
      {
        blanks: "its address contains spaces",
        title:
          "its address is followed by something other than a title in straight quotation marks",
        torn: "there is a space between its text and its address",
        unclosed: "no bracket closes its address",
        turned: "its text and its address are in each other's brackets",
      }[why]
    }.`,
    fix: `Write ${typed(meant)}.`,
    // Where no bracket closes an address, its end is a guess.
    ...(why === "unclosed" ? {} : { replacement: meant }),
  }),
  example: exampleBody("See [the ruling] (https://court.example/12)."),
});
