import type { Element, ElementContent, Properties } from "hast";
import { element, hasClass, rewriteTree, textNode } from "../tree.ts";
import { isFormulaElement } from "../html-allowed.ts";
import type { RenderTransform } from "./transform.ts";

const KEPT = new Set(
  "href src alt width height title colSpan rowSpan scope start reversed type value dateTime cite lang dir translate span".split(
    " ",
  ),
);
const UNWRAPPED = new Set(["section", "div", "mark", "span", "bdi"]);

/**
 * What readers of feeds can be trusted with: plain elements, no ids or classes. Footnotes lose their
 * ways back, since a reader strips the ids they lead to, and become a numbered list under a heading.
 */
export const plainElements: RenderTransform = (tree, { words }) => {
  rewriteTree(tree, (node) => {
    if (node.type !== "element") return node.type === "text" ? undefined : [];
    if (node.properties["dataFootnoteBackref"] !== undefined) return [];
    if (hasClass(node, "footnotes-heading")) node.children = [textNode(words.footnotes)];
    if (node.tagName === "details") return node.children;
    if (node.tagName === "summary")
      return [element("p", {}, [element("strong", {}, node.children)])];
    if (UNWRAPPED.has(node.tagName) && keepsNothing(node)) return node.children;
    if (isFormulaElement(node.tagName)) delete node.properties["id"];
    else node.properties = plain(node.properties);
    if (node.tagName === "p") trimEnd(node);
    return undefined;
  });
};

/** Takes the blank before a removed way back from the end of a note. */
function trimEnd(paragraph: Element): void {
  while (paragraph.children.length > 0) {
    const last = paragraph.children.at(-1);
    if (last?.type !== "text") return;
    last.value = last.value.trimEnd();
    if (last.value !== "") return;
    paragraph.children.pop();
  }
}

function keepsNothing(node: Element): boolean {
  return ["lang", "dir", "translate"].every((name) => node.properties[name] === undefined);
}

function plain(properties: Properties): Properties {
  return Object.fromEntries(Object.entries(properties).filter(([name]) => KEPT.has(name)));
}

/** Paragraphs around runs of text that unwrapping has left at the top of the entry. */
export const wrappedText: RenderTransform = (tree) => {
  const next: ElementContent[] = [];
  let run: ElementContent[] = [];
  const flush = (): void => {
    if (run.some((node) => node.type !== "text" || node.value.trim() !== ""))
      next.push(element("p", {}, run));
    else next.push(...run);
    run = [];
  };
  for (const child of tree.children as ElementContent[]) {
    if (child.type === "element" && TOP_LEVEL.has(child.tagName)) {
      flush();
      next.push(child);
    } else run.push(child);
  }
  flush();
  tree.children = next;
};

const TOP_LEVEL = new Set(
  "p h1 h2 h3 h4 h5 h6 ul ol dl pre blockquote figure table hr div section".split(" "),
);
