import { inContent } from "../../domain/content-path.ts";
import { exampleBody } from "../example.ts";
import { defineRule } from "../rule.ts";
import { certain, remedy } from "../words.ts";
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
  mends: true,
  summary: "The CSV file of a chart exists.",
  explain: ({ file, isLink, meant }) =>
    isLink
      ? {
          message: `${inContent(file)} is a symbolic link, and its target may be outside the content folder.`,
          fix: "Replace it with a copy of the file.",
        }
      : {
          message: `There is no file ${inContent(file)}.`,
          fix: remedy(meant, "Put the CSV file there, or correct the path."),
          ...certain(meant),
        },
  example: exampleBody(
    '<Chart title="Catches" alt="They fell." kind="line" src="./catches.csv" />',
  ),
});
