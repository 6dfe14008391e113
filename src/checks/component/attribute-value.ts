import { exampleBody } from "../example.ts";
import { defineRule } from "../rule.ts";
import { typed } from "../quoted.ts";

/**
 * `reason` says why the value is none; `meant` is the attribute as it can only be meant, `sample` the attribute with a
 * value that it could have.
 */
export const rule = defineRule<{
  name: string;
  reason: string;
  sample: string;
  meant?: string | undefined;
}>({
  code: "component/attribute-value",
  severity: "error",
  mends: true,
  summary: "The value of an attribute is written out; no code runs.",
  explain: ({ name, reason, sample, meant }) => ({
    message: `The value of \`${name}\` is code, which Stet does not run: ${reason}.`,
    fix:
      meant === undefined
        ? `Write the value itself, as in ${typed(sample)}.`
        : meant === ""
          ? `Remove \`${name}\` and its value.`
          : `Write ${typed(meant)}.`,
    ...(meant === "" ? {} : { replacement: meant }),
  }),
  example: exampleBody("<PullQuote by={name()}>Words.</PullQuote>"),
});
