import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { defineRule } from "../rule.ts";

export const rule = defineRule({
  code: "path/symbolic-link",
  severity: "error",
  summary:
    "What is published lies in the content folder itself; symbolic links may lead out of it.",
  explain: () => ({
    message: "This is a symbolic link; what it points at may lie outside the content folder.",
    fix: "Delete the link, and put a copy of what it points at in its place.",
  }),
  example: {
    arrange: (content) => symlinkSync("/tmp", join(content, "articles/2026/03/pictures")),
  },
});
