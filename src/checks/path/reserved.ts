import { typed } from "../quoted.ts";
import { defineRule } from "../rule.ts";

export const rule = defineRule<{ address: string; owner: "press" | "hosts"; better: string }>({
  code: "path/reserved",
  severity: "error",
  summary:
    "An address of Stet itself, such as `/tags/`, or of hosts, such as `/cdn-cgi/`, is left to them.",
  explain: ({ address, owner, better }) => ({
    message: `The address ${address} belongs to ${owner === "press" ? "Stet itself" : "hosts"}.`,
    fix: `Give the file another name, such as ${typed(better)}.`,
  }),
  example: { files: { "pages/tags.md": "---\ntitle: Our tags\n---\n\nWords.\n" } },
});
