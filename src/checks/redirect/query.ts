import { defineRule } from "../rule.ts";
import { remedy, shown } from "../words.ts";
import type { Meant } from "../words.ts";

/** A parameter that leads nowhere: its name, the path behind it, and what is wrong with which. */
interface NoQuery {
  name: string;
  to: string;
  why:
    | { kind: "name" }
    | { kind: "path"; meant: Meant | undefined }
    | { kind: "reserved"; folder: string }
    | { kind: "many"; most: number };
}

export const rule = defineRule<NoQuery>({
  code: "redirect/query",
  severity: "error",
  summary:
    "Each entry below `queries` is the name of a parameter and the path that its values lead to, with a slash at both ends; a host has a rule for each.",
  explain: ({ name, to, why }) => {
    switch (why.kind) {
      case "name":
        return {
          message: `\`${shown(name)}\` is not the name of a parameter.`,
          fix: "Write what stands between `?` and `=` in the old addresses: up to 50 letters, digits, hyphens and underscores.",
        };
      case "path":
        return {
          message: `The parameter ${name} leads to \`${shown(to)}\`, which is not a path of letters and digits with a slash at both ends.`,
          fix: remedy(
            why.meant,
            "Write a path of at most 100 letters, digits, hyphens, underscores and slashes, such as `/p/`, and the old addresses below it under `moved`: `/p/12/`.",
          ),
        };
      case "reserved":
        return {
          message: `The parameter ${name} leads to ${to}, but ${why.folder} is for files that Stet makes.`,
          fix: "Write another path, such as `/p/`.",
        };
      case "many":
        return {
          message: `The parameter ${name} is one too many: there are at most ${why.most}, because hosts have limits.`,
          fix: "Keep those that named texts, and remove the others.",
        };
    }
  },
  example: { files: { "redirects.yaml": "queries:\n  p: p\n" } },
});
