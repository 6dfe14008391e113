import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { defineRule } from "../rule.ts";

export const rule = defineRule({
  code: "path/symbolic-link",
  severity: "error",
  summary: "Published files are in the content folder itself; a symbolic link may lead out of it.",
  explain: () => ({
    message: "This is a symbolic link; its target may be outside the content folder.",
    fix: "Replace the link with a copy of its target.",
  }),
  example: {
    arrange: (content) => symlinkSync("/tmp", join(content, "articles/2026/03/pictures")),
  },
});
