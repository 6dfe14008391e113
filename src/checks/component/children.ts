import { exampleBody } from "../example.ts";
import { defineRule } from "../rule.ts";
import type { Explanation } from "../rule.ts";
import { lines, quoted } from "../quoted.ts";

export type Details =
  /** Something between the tags of what holds nothing; `meant` are the lines of the tag, closed at once, and of what stood in it. */
  | { kind: "nothing-held"; tag: string; meant: readonly string[] }
  /** `meant` are the lines from tag to tag. */
  | { kind: "empty"; tag: string; meant: readonly string[] }
  /** Something among components that is none of them; `meant` are the lines to write for it, where that is known. */
  | {
      kind: "other";
      tag: string;
      holds: readonly string[];
      written: string;
      meant?: readonly string[] | undefined;
      sample: readonly string[];
    }
  | {
      kind: "too-few";
      tag: string;
      holds: readonly string[];
      count: number;
      least: number;
      /** The lines to be added, and the line of the end tag that they belong above. */
      sample: readonly string[];
      end: number;
    }
  | { kind: "too-many"; tag: string; holds: readonly string[]; count: number; most: number }
  /** What the component itself says of them. */
  | { kind: "own"; fault: Explanation };

export const rule = defineRule<Details>({
  code: "component/children",
  severity: "error",
  summary: "A component contains only what it is made for.",
  explain: (details): Explanation => {
    switch (details.kind) {
      case "nothing-held":
        return {
          message: `<${details.tag}> takes no content, so what is between its tags would not be shown.`,
          fix: `Write, in place of everything from \`<${details.tag}\` to \`</${details.tag}>\`:${lines(...details.meant)}`,
        };
      case "empty":
        return {
          message: `<${details.tag}> has nothing between its tags.`,
          fix: `Write:${lines(...details.meant)}`,
        };
      case "other":
        return {
          message: `<${details.tag}> contains something other than ${tags(details.holds)}, which is all it may contain.`,
          fix:
            details.meant === undefined
              ? `Move ${quoted(details.written)} out of <${details.tag}>, or write it like this:${lines(...details.sample)}`
              : `Write:${lines(...details.meant)}`,
        };
      case "too-few":
        return {
          message: `<${details.tag}> contains ${details.count} of ${tags(details.holds)}; it needs ${details.least} or more.`,
          fix: `Remove \`<${details.tag}>\` and \`</${details.tag}>\`, or write above \`</${details.tag}>\` on line ${details.end}:${lines(...details.sample)}`,
        };
      case "too-many":
        return {
          message: `<${details.tag}> contains ${details.count} of ${tags(details.holds)}; the limit is ${details.most}.`,
          fix: `Move ${details.count - details.most} of them to a second <${details.tag}> below it.`,
        };
      case "own":
        return details.fault;
    }
  },
  example: exampleBody("<PullQuote></PullQuote>"),
});

function tags(names: readonly string[]): string {
  return names.map((name) => `<${name}>`).join(" and ");
}
