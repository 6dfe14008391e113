import type { Element, ElementContent, Root } from "hast";
import { locationOf } from "../markdown/node-location.ts";
import { textOf } from "../markdown/text.ts";
import { isBlank, walk } from "../markdown/tree.ts";
import type { Holder } from "../markdown/tree.ts";
import type { ProseNote } from "./prose-note.ts";

/** What a quotation begins with. */
const OPENING = /^["“„«‹「『]/;

/** What stands before the name of who is quoted. */
const ATTRIBUTION = /^(?:[—–―~]|-{1,3}\s)/;

/** What a quotation ends with that nothing follows. */
const CLOSING = /["“”»›」』][.,]?$/;

/** How a sentence ends that leads to a quotation. */
const LEADS_ON = /[:：]["”’»)]*$/;

/**
 * Quotations of which nothing says whose they are: those set apart by a component, and those of Markdown that stand in
 * quotation marks. Wherever something may say it, nothing is found.
 */
export function unattributedQuotations(tree: Root, source: string): ProseNote[] {
  const found: ProseNote[] = [];
  walk(tree, (node, parents) => {
    if (node.type === "component") {
      const { by, role } = node.values;
      const isBare = node.name === "PullQuote" && by === undefined && role === undefined;
      if (isBare && node.invalid !== true && !isNamedBeside(node, parents))
        found.push({ ...locationOf(node, parents), is: "quotation", of: "PullQuote" });
      return "skip";
    }
    if (node.type !== "element" || node.tagName !== "blockquote") return undefined;
    // Around one of HTML may stand anything.
    const isMarkdown = source.charAt(node.position?.start.offset ?? -1) === ">";
    if (isMarkdown && isBareQuotation(node) && !isNamedBeside(node, parents))
      found.push({ ...locationOf(node, parents), is: "quotation", of: "blockquote" });
    return "skip";
  });
  return found;
}

function isBareQuotation(quotation: Element): boolean {
  const text = textOf(quotation);
  if (!OPENING.test(text) || !CLOSING.test(text)) return false;
  if (quotation.properties["cite"] !== undefined) return false;
  let isBare = true;
  walk(quotation, (node) => {
    if (node.type !== "element") return;
    const isNamed = /^(?:a|cite|footer|figcaption)$/.test(node.tagName);
    // It may stand on a line or in a paragraph of its own.
    const isLine = /^(?:p|em|strong)$/.test(node.tagName) && ATTRIBUTION.test(textOf(node));
    if (isNamed || isLine) isBare = false;
  });
  return isBare && !text.split(/["”“»›」』]/).some((part) => ATTRIBUTION.test(part.trim()));
}

/** Whether the text before a quotation leads to it, or a line below it names somebody. */
function isNamedBeside(quotation: ElementContent, parents: readonly Holder[]): boolean {
  const siblings = (parents.at(-1)?.children ?? []) as readonly ElementContent[];
  const at = siblings.indexOf(quotation);
  const before = siblings.slice(Math.max(0, at - 2), at).findLast((node) => !isBlank(node));
  const after = siblings.slice(at + 1, at + 3).find((node) => !isBlank(node));
  return (
    (before !== undefined && LEADS_ON.test(textOf(before))) ||
    (after !== undefined && ATTRIBUTION.test(textOf(after)))
  );
}
