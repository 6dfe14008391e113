import { exampleBody } from "../example.ts";
import { defineRule } from "../rule.ts";
import { lines, listed } from "../quoted.ts";
import { oneOf } from "../words.ts";

/** What a component needs and a tag does not have, in order. */
export interface Missing {
  tag: string;
  attributes: readonly { name: string; description: string }[];
  /**
   * The tag with all of them, where it stands on one line; several such tags where there are a few values and one of them is meant.
   */
  tags: readonly string[];
  /** The attributes alone. */
  samples: readonly string[];
}

export const rule = defineRule<Missing>({
  code: "component/attribute-missing",
  severity: "error",
  summary: "A component has its required attributes.",
  explain: ({ tag, attributes, tags, samples }) => {
    const [first, ...others] = attributes;
    const names = listed(attributes.map(({ name }) => `\`${name}\``));
    return {
      message: `<${tag}> needs ${names}${others.length > 0 ? "." : `: ${first?.description ?? ""}`}`,
      fix:
        tags.length === 0
          ? `Add below the line \`<${tag}\`:${lines(...samples.map((sample) => `  ${sample}`))}`
          : `Write ${oneOf(tags)}.`,
    };
  },
  example: exampleBody("<Callout>\n\nWords.\n\n</Callout>"),
});
