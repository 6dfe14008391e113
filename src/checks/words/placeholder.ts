import { nameOfPath } from "../naming.ts";
import { typed } from "../quoted.ts";
import { defineRule } from "../rule.ts";
import { oneOf } from "../words.ts";

export const rule = defineRule<{
  path: readonly string[];
  /** As it is written, `{nmae}`. */
  written: string;
  /** What it most likely means. */
  meant: string | undefined;
  /** What can stand there. */
  allowed: readonly string[];
}>({
  code: "words/placeholder",
  severity: "error",
  summary:
    "A placeholder in words.yaml is one of the built-in message: readers would see any other as it is written.",
  explain: ({ path, written, meant, allowed }) => ({
    message: `Nothing stands for ${typed(written)} in ${nameOfPath(path)}, so readers would see it as it is written.`,
    fix:
      allowed.length === 0
        ? "Remove it: this message has no placeholders."
        : meant === undefined
          ? `Write ${oneOf(allowed)}, or remove it.`
          : `Write ${typed(meant)}${allowed.length > 1 ? `; there are ${oneOf(allowed)}` : ""}.`,
  }),
  example: { files: { "words.yaml": "listed: 'Everything about {nmae}'\n" } },
});
