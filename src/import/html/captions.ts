import type { Element, ElementContent } from "hast";
import { elementsIn, hasClassLike, isNamed, onOneLine, rawText } from "./html-nodes.ts";
import { runningText, showsSomething } from "./running-text.ts";

/** What stands below a picture or the like. */
export interface Caption {
  /** The caption, without the credit. */
  words: ElementContent[];
  /** Who made the picture, in plain text. */
  credit: string;
  /** Both, as they were. */
  all: ElementContent[];
}

/** Classes by which themes mark who made a picture. */
const CREDIT =
  /(?:^|[-_])(?:credit|credits|photo-?credit|source|photographer|copyright|attribution)(?:$|[-_])/i;

/** The captions of a figure with the credit apart, where it is marked as such. */
export function captionOf(figure: Element): Caption {
  const captions = figure.children.filter((one) => isNamed(one, "figcaption"));
  const all = captions.flatMap((one, at): ElementContent[] => [
    ...(at === 0 ? [] : [{ type: "text" as const, value: " " }]),
    ...(one.type === "element" ? one.children : []),
  ]);
  const credits: string[] = [];
  const words = runningText(withoutCredits(inLine(all), credits), { isOneLine: true });
  return {
    words: showsSomething(words) ? words : [],
    credit: onOneLine(credits.join(" ")),
    all: showsSomething(runningText(all)) ? all : [],
  };
}

/** Nodes with blanks in the place of the ends of blocks. */
function inLine(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type !== "element") return [node];
    const inner: Element = { ...node, children: inLine(node.children) };
    if (!isNamed(node, "p", "div", "li", "ul", "ol", "figcaption")) return [inner];
    return [{ type: "text", value: " " }, inner, { type: "text", value: " " }];
  });
}

function withoutCredits(nodes: readonly ElementContent[], credits: string[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type !== "element") return [node];
    const isMarked = isNamed(node, "stet-credit") || isCredit(node);
    const isPlain = !elementsIn(node).some((one) => isNamed(one, "a", "img", "stet-reference"));
    if (isMarked && isPlain && !isNamed(node, "a")) {
      credits.push(rawText(node));
      return [];
    }
    return [{ ...node, children: withoutCredits(node.children, credits) }];
  });
}

/** Whether nothing is lost of a caption when it becomes plain text. */
export function isPlainCaption({ words }: Caption): boolean {
  return !elementsIn({ type: "root", children: words }).some((one) =>
    isNamed(one, "a", "img", "code", "math", "stet-reference", "stet-target", "stet-player"),
  );
}

/** A caption as plain text on one line. */
export function plainCaption({ words, credit }: Caption): { text: string; credit: string } {
  return { text: onOneLine(rawText(words)), credit };
}

/** Whether an element says who made what it stands below. */
export function isCredit(node: Element): boolean {
  return node.properties["dataStetCredit"] !== undefined || hasClassLike(node, CREDIT);
}
