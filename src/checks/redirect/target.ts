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
    "An old address leads to something: an address, a file or an id of this publication, or a whole web address.",
  explain: ({ from, to, why }) => ({
    message: `The old address ${from} is to lead to \`${shown(to)}\`, and there is nothing.`,
    fix: {
      nothing: remedy(
        why.kind === "nothing" ? why.meant : undefined,
        `${why.kind === "nothing" && why.meant !== undefined ? "Remove the line" : "Write the address of a page, as in `/2026/02/sound/`, or remove the line"}; if what it led to was taken down, write \`${from}: { date: YYYY-MM-DD }\` below \`gone\`, with the day of that.`,
      ),
      "no-address":
        "Write an address from its first slash (`/2026/02/sound/`), a file (`articles/2026/02/sound.mdx`), an id, or a whole web address (`https://www.example.org/`).",
      "no-id": "There is no article of that id. Write the address of one, as in `/2026/02/sound/`.",
      "no-part": `Write \`${why.kind === "no-part" ? why.path : ""}\`, or behind its \`#\` the id of a heading.`,
      gone: `That was taken down. Remove the line, and write \`${from}: { date: YYYY-MM-DD }\` below \`gone\`, with the day of that.`,
    }[why.kind],
  }),
  example: { files: { "redirects.yaml": "moved:\n  /old/: /2026/02/sond/\n" } },
});
