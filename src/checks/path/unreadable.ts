import { renameSync } from "node:fs";
import { join } from "node:path";
import { exampleFrontMatter } from "../example.ts";
import { typed } from "../quoted.ts";
import { defineRule } from "../rule.ts";

export type Unreadable =
  /** Its name is not UTF-8. */
  | { is: "misnamed" }
  | { is: "forbidden"; file: string }
  /** For a reason of the system, as the end of a sentence. */
  | { is: "faulty"; reason: string };

export const rule = defineRule<Unreadable>({
  code: "path/unreadable",
  severity: "error",
  summary: "Every file can be read.",
  explain: (unreadable) => {
    switch (unreadable.is) {
      case "misnamed":
        return {
          message:
            "This file cannot be read: its name is not UTF-8; � marks what is not a character.",
          fix: "Rename it; lower case Latin letters are always safe.",
        };
      case "forbidden":
        return {
          message: "This cannot be read: permission is denied.",
          fix: `Allow the build to read it; in the content folder, run: ${typed(`chmod u+rX '${unreadable.file}'`)}.`,
        };
      case "faulty":
        return {
          message: `This cannot be read: ${unreadable.reason}.`,
          fix: "Replace it with a copy, or remove it.",
        };
    }
  },
  example: {
    ...exampleFrontMatter({}),
    arrange: (content) => {
      const folder = Buffer.from(join(content, "articles/2026/03/"));
      const name = Buffer.concat([folder, Buffer.from("caf\u00e9.mdx", "latin1")]);
      renameSync(join(content, "articles/2026/03/story.mdx"), name);
    },
  },
});
