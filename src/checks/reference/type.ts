import { inContent } from "../../domain/content-path.ts";
import { exampleSite } from "../example.ts";
import { typed } from "../quoted.ts";
import { defineRule } from "../rule.ts";

export const rule = defineRule<{ key: "serif" | "sans"; path: string; near: string | undefined }>({
  code: "reference/type",
  severity: "error",
  summary: "A font that `type` in `site.yaml` names is in `public/`.",
  explain: ({ key, path, near }) => ({
    message: `\`type.${key}\` names ${path}, but there is no file ${inContent(`public${path}`)}.`,
    fix: `${near === undefined ? "Put the font there" : `Write ${typed(`${key}: ${near}`)}`}, or remove the line.`,
  }),
  example: exampleSite("type:", "  serif: /type/text.woff2"),
});
