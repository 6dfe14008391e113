import type { ElementContent } from "hast";
import { addNote } from "./conversion.ts";
import {
  create,
  elementsIn,
  isNamed,
  onOneLine,
  rawText,
  textNode,
  valueOf,
} from "./html-nodes.ts";
import { wrapped } from "./place.ts";
import type { BlockKind } from "./place.ts";
import { runningText, showsSomething } from "./running-text.ts";

/**
 * A heading of one line, at its level below the title. Where headings may not stand it is a bold paragraph. What cannot
 * stand in a heading follows it.
 */
export const headingBlocks: BlockKind = (node, place, around) => {
  const { conversion } = place;
  const blocks = place.blocksOf(
    node.children,
    { ...place, allowsHeadings: false, allowsComponents: false },
    around,
  );
  const lines = blocks.filter((one) => isNamed(one, "p"));
  const others = blocks.filter((one) => !isNamed(one, "p"));
  const joined = lines.flatMap((line, at) => [
    ...(at === 0 ? [] : [textNode(" ")]),
    ...line.children,
  ]);
  const targets = elementsIn({ type: "root", children: joined }).filter((one) =>
    isNamed(one, "stet-target"),
  );
  const words = withoutBold(runningText(joined, { isOneLine: true }));
  if (!showsSomething(words)) return [...(targets.length > 0 ? lines : []), ...others];
  // A picture alone divides nothing.
  if (onOneLine(rawText(words)) === "") return [...lines, ...others];
  if (!place.allowsHeadings) {
    addNote(conversion, "changed", `A heading within another block is bold: ${rawText(words)}`);
    return [create("p", {}, runningText(wrapped(words, [create("strong")]))), ...others];
  }
  const level = Math.min(6, Number(node.tagName.slice(1)) + conversion.lowered);
  const index = conversion.headings;
  conversion.headings += 1;
  for (const target of targets) conversion.headingsOfTargets.set(valueOf(target, "id"), index);
  const heading = create(`h${level}`, {}, withoutTargets(words));
  heading.data = { position: {}, headingIndex: index };
  return [heading, ...others];
};

function withoutTargets(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type !== "element") return [node];
    if (isNamed(node, "stet-target")) return [];
    return [{ ...node, children: withoutTargets(node.children) }];
  });
}

/** The words without emphasis that all of them have: headings are bold anyway. */
function withoutBold(words: ElementContent[]): ElementContent[] {
  const shown = words.filter((one) => !isNamed(one, "stet-target"));
  const [only] = shown;
  return shown.length === 1 && isNamed(only, "strong")
    ? [...words.filter((one) => one !== only), ...only.children]
    : words;
}
