import { exampleFrontMatter } from "../example.ts";
import { typed } from "../quoted.ts";
import { defineRule } from "../rule.ts";

export const rule = defineRule<{
  date: string;
  folder: string;
  /** The date in the month of the folder, where there is such a day. */
  inFolder: string | undefined;
  /** Where the file would lie by its date. */
  better: string;
}>({
  code: "date/folder",
  severity: "warning",
  summary:
    "An article is in the folder of the month of its `date`, unless it was published at another address before.",
  explain: ({ date, folder, inFolder, better }) => ({
    message: `The date is ${date}, but the file is in ${folder}, which determines its address.`,
    fix: `${inFolder === undefined ? "" : `Write ${typed(`date: ${inFolder}`)} if the date is wrong; `}${inFolder === undefined ? "Move" : "move"} the file to ${typed(better)} if the folder is; leave it if the article was published at this address before.`,
  }),
  example: exampleFrontMatter({ date: "2026-04-01" }),
});
