import type { Element, ElementContent } from "hast";
import { shownAlt } from "../../domain/missing-alt.ts";
import { isRemote } from "../addresses.ts";
import { element, rewriteTree, stringProperty, textNode } from "../tree.ts";
import type { Holder } from "../tree.ts";
import type { BodyTargets, ImageTarget } from "../body.ts";
import type { RenderTransform } from "./transform.ts";

/** Pictures for the page in the forms that browsers choose from, loaded when the reader comes near them. */
export const imagesForPage: RenderTransform = (tree, targets) =>
  resolve(tree, targets, (image, { sources = [], sizes, width, height, transparent }) => {
    Object.assign(image.properties, { loading: "lazy", decoding: "async" });
    if (transparent === true) image.properties["className"] = ["transparent"];
    if (sources.length === 0) return [image];
    const offers = sources.map(({ type, srcset }) =>
      element(
        "source",
        { type, srcSet: srcset, ...(sizes === undefined ? {} : { sizes }), width, height },
        [],
      ),
    );
    return [element("picture", {}, [...offers, image])];
  });

/** Pictures for a feed: address, size and alternative text, nothing else. */
export const imagesForFeed: RenderTransform = (tree, targets) =>
  resolve(tree, targets, (image) => [image]);

function resolve(
  tree: Parameters<RenderTransform>[0],
  targets: BodyTargets,
  shown: (image: Element, target: ImageTarget) => ElementContent[],
): void {
  rewriteTree(tree, (node, parents) => {
    if (node.type !== "element" || node.tagName !== "img") return undefined;
    const src = stringProperty(node, "src") ?? "";
    const alt = shownAlt(stringProperty(node, "alt") ?? "");
    const target = Object.hasOwn(targets.images, src) ? targets.images[src] : null;
    if (target === null || target === undefined) return substitute(src, alt, parents);
    const { url, width, height } = target;
    const title = stringProperty(node, "title");
    node.properties = {
      src: url,
      alt,
      width,
      height,
      ...(title === undefined ? {} : { title }),
    };
    return shown(node, target);
  });
}

/** What stands for a picture that cannot be shown: a link to it if it is on another host, else its text. */
function substitute(src: string, alt: string, parents: readonly Holder[]): ElementContent[] {
  const linked = parents.some((parent) => parent.type === "element" && parent.tagName === "a");
  if (!isRemote(src) || linked) {
    const words = alt || (linked && isRemote(src) ? src : "");
    return words === "" ? [] : [textNode(words)];
  }
  return [element("a", { href: src }, [textNode(alt || src)])];
}
