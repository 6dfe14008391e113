import { exampleBody } from "../example.ts";
import { defineRule } from "../rule.ts";
import type { Explanation } from "../rule.ts";
import { lines, listed, typed } from "../quoted.ts";

/** A component as it is written, from line to line. */
export interface WrittenComponent {
  name: string;
  start: string;
  firstLine: number;
  lastLine: number;
}

export type Details = { tag: string } &
  /** In running text; `meant` are the lines of the component by themselves, where they are few. */
  (
    | { kind: "in-text"; meant?: readonly string[] | undefined }
    /** Outside what it is a part of. */
    | { kind: "outside"; whole: string; meant?: readonly string[] | undefined }
    /** In a component that holds text only, or in which it has no place. */
    | {
        kind: "within";
        holdsText: boolean;
        own: WrittenComponent;
        parent: WrittenComponent;
        /** Nothing else is in the one around it. */
        isAlone: boolean;
        /** What is in it can stand in the one around it by itself. */
        mayStay: boolean;
      }
    | { kind: "in-block" }
  );

export const rule = defineRule<Details>({
  code: "component/misplaced",
  severity: "error",
  summary: "A component is on lines of its own and in a place where it is allowed.",
  explain: (details): Explanation => {
    const { tag } = details;
    switch (details.kind) {
      case "in-text":
        return {
          message: `<${tag}> is a block, but is in the middle of a paragraph.`,
          fix:
            details.meant === undefined
              ? "Put it on lines of its own, with an empty line before and after."
              : `Put it on lines of its own, with an empty line before and after:${lines(...details.meant)}`,
        };
      case "outside":
        return {
          message: `<${tag}> is outside <${details.whole}>, which it belongs in.`,
          fix:
            details.meant === undefined
              ? `Write \`<${details.whole}>\` on a line above it, and \`</${details.whole}>\` on a line below it.`
              : `Write:${lines(...details.meant)}`,
        };
      case "within":
        return {
          message: details.holdsText
            ? `<${tag}> is inside <${details.parent.name}>, which contains text and no other component.`
            : details.parent.name === tag
              ? `<${tag}> is inside another <${tag}>.`
              : `<${tag}> is inside <${details.parent.name}>, but belongs at the top level of the text.`,
          fix: outOf(details),
        };
      case "in-block":
        return {
          message: `<${tag}> is inside a list, a quotation or another block of the text.`,
          fix: "Begin its lines at the left edge, without `>`, a list marker or spaces before them.",
        };
    }
  },
  example: exampleBody("Words <PullQuote>of hers</PullQuote> in a line."),
});

/** How a component and the one around it come apart. */
function outOf({ own, parent, isAlone, mayStay }: Extract<Details, { kind: "within" }>): string {
  const without = [...(isAlone ? [parent] : []), ...(mayStay ? [own] : [])].map(
    ({ name, start, firstLine, lastLine }) =>
      `${typed(start)} on line ${firstLine} and \`</${name}>\` on line ${lastLine}`,
  );
  const what =
    own.firstLine === own.lastLine
      ? `line ${own.firstLine}`
      : `lines ${own.firstLine} to ${own.lastLine}`;
  const move = `ove ${what} below \`</${parent.name}>\` on line ${parent.lastLine}, with an empty line before and after`;
  if (isAlone) return `Remove ${without.join("; or ")}.`;
  return without.length === 0 ? `M${move}.` : `Remove ${listed(without)}, or m${move}.`;
}
