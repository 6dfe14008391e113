import { exampleBody } from "../example.ts";
import { defineRule } from "../rule.ts";
import type { Explanation } from "../rule.ts";
import { listed, quoted, typed } from "../quoted.ts";

/** What is wrong with the value of an attribute. */
export type Details = { tag: string; name: string } & (
  | {
      kind: "type";
      /** What the attribute takes, as in "takes … for `alt`". */
      takes: string;
      written: string;
      /** The attribute with the value that is meant; empty where it is to be left out, absent where it is not known. */
      meant?: string | undefined;
      /** The attribute with a value that it could have. */
      sample: string;
      /** Whether all is well without it. */
      optional: boolean;
    }
  | { kind: "empty"; description: string; sample: string }
  | { kind: "values"; written: string; values: readonly string[]; meant?: string | undefined }
  | { kind: "too-many"; count: number; most: number }
  | { kind: "too-long"; length: number; most: number }
);

export const rule = defineRule<Details>({
  code: "component/attribute-type",
  severity: "error",
  mends: true,
  summary: "The value of an attribute has the type that the attribute takes.",
  explain: (details): Explanation => {
    const { tag, name } = details;
    switch (details.kind) {
      case "type":
        return {
          message: `<${tag}> takes ${details.takes} for \`${name}\`, ${
            details.written === name ? "but here it has no value" : `not ${quoted(details.written)}`
          }.`,
          fix:
            details.meant === ""
              ? `Remove ${typed(details.written)}.`
              : details.meant === undefined
                ? `Write it in the form of ${typed(details.sample)}${details.optional ? ", or remove it" : ""}.`
                : `Write ${typed(details.meant)}.`,
          ...(details.meant === "" || lacksDay(details) ? {} : { replacement: details.meant }),
        };
      case "empty":
        return {
          message: `<${tag}> has an empty \`${name}\`: ${details.description}`,
          fix: `Write ${typed(details.sample)}.`,
        };
      case "values":
        return {
          message: `<${tag}> does not accept ${quoted(details.written)}. It takes ${details.values.map((value) => `"${value}"`).join(", ")}.`,
          fix: `Write ${
            details.meant === undefined
              ? listed(
                  details.values.map((value) => typed(`${name}="${value}"`)),
                  "or",
                )
              : typed(`${name}="${details.meant}"`)
          }.`,
        };
      case "too-many":
        return {
          message: `<${tag}> has ${details.count} entries in \`${name}\`; the limit is ${details.most}.`,
          fix: `Remove ${details.count - details.most}, or split it in two.`,
        };
      case "too-long":
        return {
          message: `<${tag}> has ${details.length} characters in \`${name}\`; the limit is ${details.most}.`,
          fix: `Shorten it by ${details.length - details.most}, or move the rest to the text.`,
        };
    }
  },
  example: exampleBody('<Callout kind="notice">\n\nWords.\n\n</Callout>'),
});

/** Whether a time is written without its day, which is then only likely that of the article. */
function lacksDay({
  written,
  meant = "",
}: {
  written: string;
  meant?: string | undefined;
}): boolean {
  return /\dT\d/.test(meant) && !/\d{4}/.test(written);
}
