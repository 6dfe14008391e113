import { exampleBody } from "../example.ts";
import { defineRule } from "../rule.ts";
import { remedy } from "../words.ts";
import type { Meant } from "../words.ts";

/** A file of figures that is not there, or is a symbolic link. */
interface Missing {
  file: string;
  isLink: boolean;
  meant: Meant | undefined;
}

export const rule = defineRule<Missing>({
  code: "data/missing",
  severity: "error",
  summary: "The file of figures that a chart names is there.",
  explain: ({ file, isLink, meant }) =>
    isLink
      ? {
          message: `${file} is a symbolic link, and what it points at may lie outside the content folder.`,
          fix: "Replace it by a copy of the file.",
        }
      : {
          message: `There is no file ${file}.`,
          fix: remedy(meant, "Put the figures there, or correct the path."),
        },
  example: exampleBody(
    '<Chart title="Catches" alt="They fell." kind="line" src="./catches.csv" />',
  ),
});
