import { decoded } from "../../domain/decoded.ts";
import type { Nodes, Parent, Root, RootContent } from "mdast";
import type { Root as HastRoot } from "hast";
import type { Body } from "../../markdown/body.ts";
import { absoluteUrl } from "./addresses.ts";
import { addNote } from "./conversion.ts";
import type { Conversion } from "./conversion.ts";
import { elementsIn, isNamed, valueOf } from "./html-nodes.ts";

/** Ids that links of a text to itself lead to. */
export function linkedIds(tree: HastRoot, conversion: Conversion): ReadonlySet<string> {
  const ids = new Set<string>();
  const own = new URL(conversion.context.base);
  own.hash = "";
  for (const one of elementsIn(tree)) {
    const href = isNamed(one, "a") ? valueOf(one, "href").trim() : "";
    if (!href.includes("#")) continue;
    const url = absoluteUrl(href, conversion);
    if (url === undefined) continue;
    const { hash } = url;
    url.hash = "";
    if (url.href === own.href && hash.length > 1) ids.add(decoded(hash.slice(1)));
  }
  return ids;
}

/**
 * Leads the links of a text to itself to where the headings are now, by the ids that Stet has given them. Those that lead
 * nowhere become plain text, and are noted. Tells whether anything was changed.
 */
export function mendFragments(tree: Root, { metadata }: Body, conversion: Conversion): boolean {
  let isChanged = false;
  const mended = (child: RootContent): RootContent[] => {
    if (child.type !== "link" || !child.url.startsWith("#")) return [child];
    const id = decoded(child.url.slice(1));
    const index = conversion.headingsOfTargets.get(id);
    const heading = index === undefined ? undefined : metadata.headings[index];
    if (heading !== undefined) {
      isChanged ||= child.url !== `#${heading.id}`;
      child.url = `#${heading.id}`;
      return [child];
    }
    if (metadata.ids.includes(id)) return [child];
    addNote(conversion, "lost", `A link to a place that the text does not have: #${id}`);
    isChanged = true;
    return child.children;
  };
  const mend = (node: Nodes): void => {
    if (!("children" in node)) return;
    for (const child of node.children) mend(child);
    (node as Parent).children = joinedCode(node.children.flatMap((child) => mended(child)));
  };
  mend(tree);
  return isChanged;
}

/** Nodes in which code that has no link between it any more is one: two marks of it side by side would be another. */
function joinedCode(nodes: readonly RootContent[]): RootContent[] {
  const joined: RootContent[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (node.type === "inlineCode" && last?.type === "inlineCode") last.value += node.value;
    else joined.push(node);
  }
  return joined;
}
