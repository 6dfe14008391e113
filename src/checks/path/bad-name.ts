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
    "The name of a file is one that survives in an address and on every system: small letters, digits and single hyphens, up to 200 characters. Files of `public/` and beside texts may be called more freely.",
  explain: (bad) => ({
    message: messageOf(bad),
    fix: `${bad.is === "folder" ? "Move" : "Rename"} it to ${typed(bad.better)}.`,
  }),
  example: { files: { "articles/2026/03/Two words.mdx": exampleArticle({}, "Words.") } },
});

function messageOf(bad: BadName): string {
  switch (bad.is) {
    case "device":
      return "The file's name is kept for a device by Windows, where neither it nor its page could lie.";
    case "folder":
      return "This file lies in a folder of its own; it would have no address.";
    case "published":
      return `A bundle has to lie on any system and host, and \`${bad.name}\` ${bad.fault}.`;
    case "address":
      return "The file's name is the end of an address, and this one would not survive there: small letters, digits and single hyphens do, up to 200.";
  }
}
