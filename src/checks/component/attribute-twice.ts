import { exampleBody } from "../example.ts";
import { defineRule } from "../rule.ts";
import { typed } from "../quoted.ts";

/** `first` and `second` are the attribute as it is written. */
export const rule = defineRule<{ tag: string; name: string; first: string; second: string }>({
  code: "component/attribute-twice",
  severity: "error",
  mends: true,
  summary: "A component has each attribute only once.",
  explain: ({ tag, name, first, second }) => ({
    message: `<${tag}> has \`${name}\` twice, but only one can apply.`,
    fix:
      first === second
        ? `Remove this one, ${typed(second)}.`
        : `Remove ${typed(first)} or ${typed(second)}.`,
    ...(first === second ? { replacement: "" } : {}),
  }),
  example: exampleBody('<PullQuote by="Ada" by="Grace">Words.</PullQuote>'),
});
