import { exampleFrontMatter } from "../example.ts";
import { listed, typed } from "../quoted.ts";
import { sentence } from "../naming.ts";
import { defineRule } from "../rule.ts";

/** Most values that are named. */
const MOST_NAMED = 8;

export const rule = defineRule<{
  /** How the values are called. */
  names: readonly string[];
  /** A line that would fill in the only one. */
  example: string | undefined;
}>({
  code: "schema/empty",
  severity: "warning",
  summary:
    "A key without a value counts as absent. Other systems write many such keys; there is one warning per file.",
  explain: ({ names, example }) => {
    const one = names.length === 1;
    const told = names.slice(0, MOST_NAMED);
    if (names.length > MOST_NAMED) told.push(`${names.length - MOST_NAMED} more`);
    return {
      message: `${sentence(listed(told))} ${one ? "is empty and counts" : "are empty and count"} as absent.`,
      fix: one
        ? `Remove its line, or fill it in${example === undefined ? "" : ` as in ${typed(example)}`}.`
        : "Remove their lines, or fill them in.",
    };
  },
  example: exampleFrontMatter({ tags: "" }),
});
