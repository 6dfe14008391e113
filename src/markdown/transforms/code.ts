import type { Element, ElementContent } from "hast";
import { common, createLowlight } from "lowlight";
import { walk } from "../tree.ts";
import type { RenderTransform } from "./transform.ts";

const lowlight = createLowlight(common);

/** Longest code that is coloured, in UTF-16 units; longer code is data, and grammars are not linear. */
const MAX_LENGTH = 20_000;

/** Marks the parts of code by class, in the language its author named; other code stays as it is. */
export const highlightedCode: RenderTransform = (tree) => {
  walk(tree, (node, parents) => {
    if (node.type !== "element" || node.tagName !== "code") return;
    const parent = parents.at(-1);
    if (parent?.type !== "element" || parent.tagName !== "pre") return "skip";
    parent.properties["tabIndex"] = 0;
    const language = languageOf(node);
    const [only] = node.children;
    if (language === undefined || node.children.length !== 1 || only?.type !== "text")
      return "skip";
    if (only.value.length > MAX_LENGTH || !lowlight.registered(language)) return "skip";
    node.children = lowlight.highlight(language, only.value).children as ElementContent[];
    return "skip";
  });
};

function languageOf(code: Element): string | undefined {
  const classes = code.properties["className"];
  const named = Array.isArray(classes)
    ? classes.map(String).find((name) => name.startsWith("language-"))
    : undefined;
  return named?.slice("language-".length).toLowerCase();
}
