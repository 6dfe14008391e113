import { defineRule } from "../rule.ts";
import { remedy, shown } from "../words.ts";
import type { Meant } from "../words.ts";

/** Where an old address is to lead, and why it cannot. */
interface NoTarget {
  from: string;
  to: string;
  why:
    | { kind: "nothing"; meant: Meant | undefined }
    | { kind: "no-address" }
    | { kind: "no-id" }
    | { kind: "no-part"; path: string }
    | { kind: "gone" };
}

export const rule = defineRule<NoTarget>({
  code: "redirect/target",
  severity: "error",
  summary:
    "An old address leads to something that exists: an address, a file or an id of this publication, or a full web address.",
  explain: ({ from, to, why }) => ({
    message: `The old address ${from} leads to \`${shown(to)}\`, which does not exist.`,
    fix: {
      nothing: remedy(
        why.kind === "nothing" ? why.meant : undefined,
        `${why.kind === "nothing" && why.meant !== undefined ? "Remove the line" : "Write the address of a page, starting with a slash, or remove the line"}; if its target was taken down, write \`${from}: { date: YYYY-MM-DD }\` below \`gone\`, with the date of the takedown.`,
      ),
      "no-address":
        "Write an address that starts with a slash, a file (`articles/YYYY/MM/NAME.mdx`), an id, or a full web address, starting with https://.",
      "no-id": "There is no article with that id. Write the address of one, starting with a slash.",
      "no-part": `Write \`${why.kind === "no-part" ? why.path : ""}\`, or the id of a heading after its \`#\`.`,
      gone: `The target was taken down. Remove the line, and write \`${from}: { date: YYYY-MM-DD }\` below \`gone\`, with the date of the takedown.`,
    }[why.kind],
  }),
  example: { files: { "redirects.yaml": "moved:\n  /old/: /2026/02/sond/\n" } },
});
