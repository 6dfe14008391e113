import type { Element, Root } from "hast";
import { noMetadata } from "../domain/body.ts";
import type { BodyMetadata } from "../domain/body.ts";
import type { SourceLocation } from "../domain/source-location.ts";
import { composed } from "../domain/composed.ts";
import { findComponent } from "./components/find-component.ts";
import { updateIn } from "./live-updates.ts";
import { cutAtWord } from "./opening.ts";
import { createLocator, locationOf } from "./node-location.ts";
import { textOf } from "./text.ts";
import { headingDepth } from "./transforms/headings.ts";
import { hasClass, isBlank, stringProperty, walk } from "./tree.ts";
import type { Holder } from "./tree.ts";
import { countWords } from "./words.ts";
import { DefinedAddresses, writtenAddress } from "./written-address.ts";
import type { AddressName } from "./written-address.ts";

const EXCERPT_LENGTH = 200;

/** Gathers the facts of a finished tree, which was parsed from `source`: links and pictures stand where their addresses do. */
export function collectMetadata(tree: Root, source: string): BodyMetadata {
  const locator = createLocator(source);
  const defined = new DefinedAddresses(source);
  const addressOf = (
    node: Element,
    name: AddressName,
    parents: readonly Holder[],
  ): SourceLocation => {
    const found = writtenAddress(node, name, source, defined);
    return found === undefined ? locationOf(node, parents) : locator.spanAt(...found);
  };
  const metadata = noMetadata();
  walk(tree, (node, parents) => {
    if (node.type === "component") {
      if (!metadata.components.includes(node.name)) metadata.components.push(node.name);
      const found = updateIn(node);
      if (found !== undefined) (metadata.updates ??= []).push(found.update);
      const component = findComponent(node.name);
      if (node.invalid !== true && component?.drawn !== undefined) {
        const location = node.valueLocations["src"] ?? locationOf(node, parents);
        (metadata.drawn ??= []).push({ ...component.drawn(node.values), ...location });
      }
      for (const [name, spec] of Object.entries(component?.attributes ?? {})) {
        const address = node.values[name];
        if (typeof address !== "string") continue;
        const location = node.valueLocations[name] ?? locationOf(node, parents);
        if (spec.type === "post")
          (metadata.posts ??= []).push({ slug: composed(address), ...location });
        if (spec.type === "link") metadata.links.push({ href: address, ...location });
        if (spec.type === "image") metadata.images.push({ src: address, ...location });
        if (spec.type === "video" || spec.type === "audio" || spec.type === "captions")
          (metadata.media ??= []).push({ src: address, use: spec.type, ...location });
      }
      return;
    }
    if (node.type !== "element") return;
    const id = stringProperty(node, "id");
    if (id !== undefined) metadata.ids.push(id);
    const depth = headingDepth(node);
    // The headlines of updates do not divide the article: there may be hundreds.
    if (depth !== undefined && !parents.some((parent) => updateIn(parent) !== undefined))
      metadata.headings.push({ depth, id: id ?? "", text: textOf(node) });
    const href = stringProperty(node, "href");
    const ownLink =
      node.properties["dataFootnoteRef"] !== undefined ||
      node.properties["dataFootnoteBackref"] !== undefined;
    if (node.tagName === "a" && href !== undefined && !ownLink) {
      metadata.links.push({ href, ...addressOf(node, "href", parents) });
    }
    const cite = stringProperty(node, "cite");
    if (cite !== undefined)
      metadata.links.push({ href: cite, ...addressOf(node, "cite", parents) });
    const src = stringProperty(node, "src");
    if (node.tagName === "img" && src !== undefined) {
      metadata.images.push({ src, ...addressOf(node, "src", parents) });
    }
  });
  const text = textOf(tree);
  metadata.words = countWords(text);
  metadata.excerpt = cutAtWord(openingText(tree) || text, EXCERPT_LENGTH);
  return metadata;
}

/** Text of the paragraphs that open the article, as far as an excerpt needs it. */
function openingText(tree: Root): string {
  const parts: string[] = [];
  let length = 0;
  walk(tree, (node) => {
    if (length > EXCERPT_LENGTH || node.type === "component" || isBlank(node)) return "skip";
    if (node.type !== "element") return;
    if (
      /^(?:blockquote|table|figure|ul|ol|dl|pre)$/.test(node.tagName) ||
      hasClass(node, "footnotes")
    )
      return "skip";
    if (node.tagName !== "p") return;
    const text = textOf(node);
    parts.push(text);
    length += text.length + 1;
    return "skip";
  });
  return parts.filter((part) => part !== "").join(" ");
}
