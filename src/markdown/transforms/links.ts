import type { Element } from "hast";
import type { BodyTargets } from "../body.ts";
import { rewriteTree, stringProperty, walk } from "../tree.ts";
import type { RenderTransform } from "./transform.ts";

/** Links for the page: each to where its address leads; a dead one leaves its text. */
export const linksForPage: RenderTransform = (tree, targets) => resolve(tree, targets);

/** Links for a feed: all absolute, fragments on the article's own page. */
export const linksForFeed: RenderTransform = (tree, targets) => {
  resolve(tree, targets);
  walk(tree, (node) => {
    if (node.type !== "element") return;
    for (const name of ["href", "src", "cite"]) {
      const address = stringProperty(node, name);
      if (address === undefined) continue;
      if (URL.canParse(address, targets.address)) {
        node.properties[name] = address.startsWith("#")
          ? `${targets.address.replace(/#.*$/s, "")}${address}`
          : new URL(address, targets.address).href;
      } else delete node.properties[name];
    }
  });
};

function resolve(tree: Parameters<RenderTransform>[0], targets: BodyTargets): void {
  rewriteTree(tree, (node) => {
    if (node.type !== "element") return undefined;
    resolveCite(node, targets);
    if (node.tagName !== "a") return undefined;
    const href = stringProperty(node, "href");
    if (href === undefined) return node.properties["id"] === undefined ? node.children : undefined;
    if (!Object.hasOwn(targets.links, href)) return undefined;
    const target = targets.links[href];
    if (target === null) {
      delete node.properties["href"];
      return node.properties["id"] === undefined ? node.children : undefined;
    }
    if (target !== undefined) node.properties["href"] = target;
    return undefined;
  });
}

/** Where a quotation or a change comes from, which programs read: an address like that of any link. */
function resolveCite(node: Element, { links }: BodyTargets): void {
  const cite = stringProperty(node, "cite");
  if (cite === undefined || !Object.hasOwn(links, cite)) return;
  const target = links[cite];
  if (target === null) delete node.properties["cite"];
  else if (target !== undefined) node.properties["cite"] = target;
}
