import { inContent } from "../../domain/content-path.ts";
import { typed } from "../quoted.ts";
import { defineRule } from "../rule.ts";

export const rule = defineRule<{ address: string; owner: "press" | "hosts"; better: string }>({
  code: "path/reserved",
  severity: "error",
  summary:
    "No file takes an address that is reserved for Stet itself, such as `/tags/`, or for hosts, such as `/cdn-cgi/`.",
  explain: ({ address, owner, better }) => ({
    message: `The address ${address} is reserved for ${owner === "press" ? "Stet itself" : "hosts"}.`,
    fix: `Give the file another name, such as ${typed(inContent(better))}.`,
  }),
  example: { files: { "pages/tags.md": "---\ntitle: Our tags\n---\n\nWords.\n" } },
});
