import type { Element, ElementContent, Nodes, Root } from "hast";
import { MISSING_ALT } from "../../domain/missing-alt.ts";
import type { ArchiveFile } from "../archive.ts";
import { absoluteUrl, nameInAddress } from "./addresses.ts";
import { addNote } from "./conversion.ts";
import type { Conversion } from "./conversion.ts";
import { addedLink } from "./embeds.ts";
import {
  create,
  elementsIn,
  firstValue,
  hasClassLike,
  isNamed,
  onOneLine,
  rawText,
  textNode,
  valueOf,
} from "./html-nodes.ts";
import { styleOf } from "./styled-marks.ts";

/** Links of pictures that lead to nothing but the picture, as programs make that show it alone, by its figure. */
export function dropSelfLinks(tree: Root, conversion: Conversion): void {
  for (const figure of elementsIn(tree).filter((one) => isNamed(one, "figure")))
    for (const holder of [figure, ...elementsIn(figure)])
      holder.children = holder.children.flatMap((one) => {
        if (!isNamed(one, "a") || rawText(one).trim() !== "") return [one];
        const [picture, other] = elementsIn(one).filter((inner) => isNamed(inner, "img"));
        const url = absoluteUrl(valueOf(one, "href"), conversion);
        const linked = url === undefined ? undefined : conversion.context.file(url);
        const shown = picture === undefined ? undefined : foundImage(picture, conversion);
        const isSame = linked !== undefined && linked.src === shown?.src;
        return isSame && other === undefined ? one.children : [one];
      });
}

/** What stands in for a picture where no script loads it, behind the picture itself. */
export function dropTwins(tree: Root): void {
  for (const holder of [tree, ...elementsIn(tree)]) {
    let last: Nodes | undefined;
    holder.children = (holder.children as ElementContent[]).filter((one) => {
      if (one.type === "text" && one.value.trim() === "") return true;
      const isTwin =
        isNamed(one, "noscript") &&
        isNamed(last, "img", "picture", "iframe") &&
        rawText(one).trim() === "" &&
        elementsIn(one).every((inner) => isNamed(inner, "img", "iframe", "p", "picture", "source"));
      last = one;
      return !isTwin;
    });
  }
}

/** Properties that hold a picture's address, those of scripts that load it later first. */
const LATER = ["dataSrc", "dataLazySrc", "dataOriginal", "dataOrigFile"];

/** Whether a picture only counts readers. */
export function isTrackingPixel(node: Element): boolean {
  const style = styleOf(node);
  const isTiny = (name: string): boolean => {
    const value = valueOf(node, name) || (style.get(name) ?? "");
    return value !== "" && Number.parseFloat(value) <= 1;
  };
  return isTiny("width") && isTiny("height");
}

/** Whether a picture stands for a sign of writing, which is its alt text. */
export function isEmoji(node: Element): boolean {
  return hasClassLike(node, /^(?:emoji|wp-smiley)$/) && valueOf(node, "alt").trim() !== "";
}

/**
 * A picture of the old text as `img` with its new address and an alt text. One that is not in the archive becomes a link to
 * where it is, which is noted: what other hosts have must not be loaded.
 */
export function imageNodes(node: Element, conversion: Conversion): ElementContent[] {
  const alt = onOneLine(valueOf(node, "alt"));
  const found = foundImage(node, conversion);
  if (found !== undefined) {
    conversion.files.add(found.file.key);
    return [
      create("img", {
        src: found.src,
        alt: alt || onOneLine(found.file.alt ?? "") || MISSING_ALT,
        dataCredit: found.file.credit ?? "",
      }),
    ];
  }
  const address = addressesOf(node)[0] ?? "";
  const url = absoluteUrl(address, conversion);
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    if (alt === "" && address === "") return [];
    addNote(conversion, "lost", `A picture without an address${alt === "" ? "" : `: ${alt}`}`);
    conversion.added.push(alt);
    return alt === "" ? [] : [textNode(` ${alt} `)];
  }
  const label = alt || nameInAddress(url);
  const what = conversion.context.link(url) === null ? "its words are kept" : "now a link";
  addNote(conversion, "lost", `A picture that is not in the archive, ${what}: ${url.href}`);
  // Pictures stand beside words without a blank.
  return [textNode(" "), addedLink(url.href, label, conversion), textNode(" ")];
}

/** The file that a picture shows, and how the new text names it. */
function foundImage(
  node: Element,
  conversion: Conversion,
): { file: ArchiveFile; src: string } | undefined {
  const { context } = conversion;
  const key = firstValue(node, "dataStetFile", "dataFileKey");
  if (key !== "") return context.fileOf(key);
  for (const address of addressesOf(node)) {
    const url = absoluteUrl(address, conversion);
    const found = url === undefined ? undefined : context.file(url);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The addresses of a picture, the most likely one first; no bytes that stand in the text itself. */
function addressesOf(node: Element): string[] {
  const sets = firstValue(node, "dataSrcSet", "dataSrcset", "srcSet");
  return [
    ...[...LATER, "src"].map((name) => valueOf(node, name)),
    ...sets.split(/,\s+/).map((one) => one.trim().split(/\s/)[0] ?? ""),
  ].filter((address) => address.trim() !== "" && !/^\s*data:/i.test(address));
}
