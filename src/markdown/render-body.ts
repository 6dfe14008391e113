import type { Root } from "hast";
import { treeHtml } from "./tree-html.ts";
import type { BodyTree, BodyTargets } from "./body.ts";
import { textOf } from "./text.ts";
import { COMMENT_TRANSFORMS, FEED_TRANSFORMS, PAGE_TRANSFORMS } from "./transforms.ts";
import type { RenderTransform } from "./transforms/transform.ts";
import { cloneTree } from "./tree.ts";

/** The body as HTML for the article's page: no script, style or comment, pictures with their size. */
export function pageHtml(body: BodyTree, targets: BodyTargets): string {
  return render(body, targets, PAGE_TRANSFORMS);
}

/** The same with further HTML after so many paragraphs, where more of the text follows. */
export function pageHtmlWith(
  body: BodyTree,
  targets: BodyTargets,
  { after, html }: { after: number; html: string },
): string {
  const { children } = formOf(body.tree, targets, PAGE_TRANSFORMS);
  let paragraphs = 0;
  const last = children.findIndex((child) => {
    if (child.type === "element" && child.tagName === "p") paragraphs += 1;
    return paragraphs === after;
  });
  const end = last === -1 ? children.length : last + 1;
  const rest = children.slice(end);
  const isMore = rest.some((child) => child.type === "element");
  const part = (nodes: Root["children"]): string => treeHtml({ type: "root", children: nodes });
  return (part(children.slice(0, end)) + (isMore ? html : "") + part(rest)).trim();
}

/** The body as HTML for feeds: plain elements, absolute addresses, readable without a stylesheet. */
export function feedHtml(body: BodyTree, targets: BodyTargets): string {
  return render(body, targets, FEED_TRANSFORMS);
}

/** A reader's comment as HTML: plain elements, no headings, ids or pictures, and links that vouch for nothing. */
export function commentHtml(body: BodyTree, targets: BodyTargets): string {
  return render(body, targets, COMMENT_TRANSFORMS);
}

/** A part of a body in the form of feeds. Its nodes stay as they are. */
export function feedNodes(part: Root, targets: BodyTargets): Root {
  return formOf(part, targets, FEED_TRANSFORMS);
}

/** The text of the whole body on one line, components included, for search. */
export function plainText(body: BodyTree): string {
  return textOf(body.tree);
}

function render(
  body: BodyTree,
  targets: BodyTargets,
  transforms: readonly RenderTransform[],
): string {
  return treeHtml(formOf(body.tree, targets, transforms)).trim();
}

function formOf(part: Root, targets: BodyTargets, transforms: readonly RenderTransform[]): Root {
  const tree = cloneTree(part);
  for (const transform of transforms) transform(tree, targets);
  return tree;
}
