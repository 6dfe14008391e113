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
  summary:
    "The words and the address of a link or a picture stand side by side, and the address has no blanks.",
  explain: ({ isImage, why, meant }) => ({
    message: `This is no ${isImage ? "picture" : "link"} but text, because ${
      {
        blanks: "its address has blanks in it",
        title:
          "its address is followed by something else than a title between straight quotation marks",
        torn: "a blank stands between its words and its address",
        unclosed: "no bracket closes its address",
        turned: "the words stand in the brackets of the address, and the address in theirs",
      }[why]
    }.`,
    fix: `Write ${typed(meant)}.`,
  }),
  example: exampleBody("See [the ruling] (https://court.example/12)."),
});
