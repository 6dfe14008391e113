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
            "This file cannot be read: its name is not UTF-8, and has � for what fits no character.",
          fix: "Rename it, in small letters of the Latin alphabet for certain.",
        };
      case "forbidden":
        return {
          message: "This cannot be read: permission is denied.",
          fix: `Give the build the right to read it, in the content folder: ${typed(`chmod u+rX '${unreadable.file}'`)}.`,
        };
      case "faulty":
        return {
          message: `This cannot be read: ${unreadable.reason}.`,
          fix: "Put a copy in its place, or remove it.",
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
