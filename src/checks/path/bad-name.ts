import { inContent } from "../../domain/content-path.ts";
import { exampleArticle } from "../example.ts";
import { typed } from "../quoted.ts";
import { defineRule } from "../rule.ts";

/** Why a file cannot be called so; `better` is its path with a name that will do. */
export type BadName = { better: string } & (
  | { is: "device" | "address" | "folder" }
  /** A file of `public/`: `fault` is the end of a sentence that begins with its name. */
  | { is: "published"; name: string; fault: string }
);

export const rule = defineRule<BadName>({
  code: "path/bad-name",
  severity: "error",
  summary:
    "The name of a file works in an address and on every system: lower case letters, digits and single hyphens, up to 200 characters. The names of files in `public/` and next to texts are less restricted.",
  explain: (bad) => ({
    message: messageOf(bad),
    fix: `${bad.is === "folder" ? "Move" : "Rename"} it to ${typed(inContent(bad.better))}.`,
  }),
  example: { files: { "articles/2026/03/Two words.mdx": exampleArticle({}, "Words.") } },
});

function messageOf(bad: BadName): string {
  switch (bad.is) {
    case "device":
      return "Windows reserves this file name for a device, so neither the file nor its page could exist there.";
    case "folder":
      return "This file is in a folder of its own, so it would have no address.";
    case "published":
      return `A bundle has to work on any system and host, and \`${bad.name}\` ${bad.fault}.`;
    case "address":
      return "The file's name becomes the end of an address, where this one would not work: use lower case letters, digits and single hyphens, up to 200.";
  }
}
