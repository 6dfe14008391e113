import type { Element, Root } from "hast";
import { noFacts } from "../domain/body.ts";
import type { BodyFacts } from "../domain/body.ts";
import type { Place } from "../domain/place.ts";
import { composed } from "../domain/composed.ts";
import { findComponent } from "./components/find-component.ts";
import { updateIn } from "./live-updates.ts";
import { cutAtWord } from "./opening.ts";
import { createLocator, placeOf } from "./places.ts";
import { textOf } from "./text.ts";
import { headingDepth } from "./transforms/headings.ts";
import { hasClass, isBlank, stringProperty, walk } from "./tree.ts";
import type { Holder } from "./tree.ts";
import { countWords } from "./words.ts";
import { DefinedAddresses, writtenAddress } from "./written-address.ts";
import type { AddressName } from "./written-address.ts";

const EXCERPT_LENGTH = 200;

/** Gathers the facts of a finished tree, which was parsed from `source`: links and pictures stand where their addresses do. */
export function collectFacts(tree: Root, source: string): BodyFacts {
  const locator = createLocator(source);
  const defined = new DefinedAddresses(source);
  const addressOf = (node: Element, name: AddressName, parents: readonly Holder[]): Place => {
    const found = writtenAddress(node, name, source, defined);
    return found === undefined ? placeOf(node, parents) : locator.spanAt(...found);
  };
  const facts = noFacts();
  walk(tree, (node, parents) => {
    if (node.type === "component") {
      if (!facts.components.includes(node.name)) facts.components.push(node.name);
      const found = updateIn(node);
      if (found !== undefined) (facts.updates ??= []).push(found.update);
      const component = findComponent(node.name);
      if (node.faulty !== true && component?.drawn !== undefined) {
        const place = node.valuePlaces["src"] ?? placeOf(node, parents);
        (facts.drawn ??= []).push({ ...component.drawn(node.values), ...place });
      }
      for (const [name, spec] of Object.entries(component?.attributes ?? {})) {
        const address = node.values[name];
        if (typeof address !== "string") continue;
        const place = node.valuePlaces[name] ?? placeOf(node, parents);
        if (spec.type === "post") (facts.posts ??= []).push({ slug: composed(address), ...place });
        if (spec.type === "link") facts.links.push({ href: address, ...place });
        if (spec.type === "picture") facts.pictures.push({ src: address, ...place });
        if (spec.type === "video" || spec.type === "audio" || spec.type === "captions")
          (facts.media ??= []).push({ src: address, use: spec.type, ...place });
      }
      return;
    }
    if (node.type !== "element") return;
    const id = stringProperty(node, "id");
    if (id !== undefined) facts.ids.push(id);
    const depth = headingDepth(node);
    // The headlines of updates do not divide the article: there may be hundreds.
    if (depth !== undefined && !parents.some((parent) => updateIn(parent) !== undefined))
      facts.headings.push({ depth, id: id ?? "", text: textOf(node) });
    const href = stringProperty(node, "href");
    const ownLink =
      node.properties["dataFootnoteRef"] !== undefined ||
      node.properties["dataFootnoteBackref"] !== undefined;
    if (node.tagName === "a" && href !== undefined && !ownLink) {
      facts.links.push({ href, ...addressOf(node, "href", parents) });
    }
    const cite = stringProperty(node, "cite");
    if (cite !== undefined) facts.links.push({ href: cite, ...addressOf(node, "cite", parents) });
    const src = stringProperty(node, "src");
    if (node.tagName === "img" && src !== undefined) {
      facts.pictures.push({ src, ...addressOf(node, "src", parents) });
    }
  });
  const text = textOf(tree);
  facts.words = countWords(text);
  facts.excerpt = cutAtWord(openingText(tree) || text, EXCERPT_LENGTH);
  return facts;
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
