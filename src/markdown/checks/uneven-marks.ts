import type { Element, Nodes } from "hast";
import { rule } from "../../checks/markdown/unclosed.ts";
import { walk } from "../tree.ts";
import type { ParseContext } from "../transforms/transform.ts";
import type { BodyCheck } from "./text-check.ts";

/** Emphasis with more marks on one side than on the other, as in `**words*`: those left over are printed. */
export const unevenMarks: BodyCheck = (tree, context) => {
  walk(tree, (holder) => {
    if (holder.type !== "element" && holder.type !== "component") return;
    const children: readonly Nodes[] = holder.children;
    for (const [index, node] of children.entries()) {
      if (node.type === "element" && /^(?:em|strong)$/.test(node.tagName))
        checkMarks(node, children[index - 1], children[index + 1], context);
    }
  });
};

function checkMarks(
  node: Element,
  before: Nodes | undefined,
  after: Nodes | undefined,
  { source, format, locator, report }: ParseContext,
): void {
  const [start, end] = [node.position?.start.offset, node.position?.end.offset];
  if (start === undefined || end === undefined) return;
  const mark = source.charAt(start);
  if (mark !== "*" && mark !== "_") return;
  const moreBefore =
    source.charAt(start - 1) === mark &&
    before?.type === "text" &&
    before.value.endsWith(mark) &&
    !isPart(source, start - 2, mark);
  // A star behind bold words leads to a note at the foot of a table.
  const moreBehind =
    node.tagName === "em" &&
    source.charAt(end) === mark &&
    after?.type === "text" &&
    after.value.startsWith(mark) &&
    !isPart(source, end + 1, mark);
  if (!moreBefore && !moreBehind) return;
  const marks = node.tagName === "em" ? 1 : 2;
  report(
    rule.inBody(
      locator.spanAt(moreBefore ? start - 1 : start, moreBefore ? end : end + 1),
      format,
      {
        kind: "uneven",
        mark,
        marks,
        words: source.slice(start + marks, end - marks),
        before: moreBefore,
      },
    ),
  );
}

/** Whether the sign there makes a mark beside it more than one that is left over: a backslash, or a further mark. */
function isPart(source: string, at: number, mark: string): boolean {
  return source.charAt(at) === "\\" || source.charAt(at) === mark;
}
