import { inContent } from "../../domain/content-path.ts";
import { exampleFrontMatter } from "../example.ts";
import { typed } from "../quoted.ts";
import { defineRule } from "../rule.ts";

export const rule = defineRule<{
  date: string;
  /** Year and month of the folder, `2026/03`. */
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
    message: `The date is ${date}, but the file is in ${inContent(`articles/${folder}`)}, which determines its address.`,
    fix: `If the date is wrong, write ${inFolder === undefined ? `one that begins with ${typed(folder.replace("/", "-"))}` : typed(`date: ${inFolder}`)}; if the folder is wrong, move the file to ${typed(inContent(better))}; if the article was published at this address before, leave both as they are.`,
  }),
  example: exampleFrontMatter({ date: "2026-04-01" }),
});
