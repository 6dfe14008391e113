import { exampleFrontMatter } from "../example.ts";
import { defineRule } from "../rule.ts";
import { explainEscape } from "../../domain/written-escapes.ts";
import type { BadEscape } from "../../domain/written-escapes.ts";

export const rule = defineRule<Pick<BadEscape, "written" | "code">>({
  code: "yaml/control-character",
  severity: "error",
  summary: "An escape in a quoted text does not stand for a control character.",
  explain: explainEscape,
  example: exampleFrontMatter({ title: '"A story\\u001B"' }),
});
