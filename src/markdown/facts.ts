import type { Root } from "hast";
import type { BodyFacts } from "../domain/body.ts";
import { composed } from "../domain/composed.ts";
import type { ComponentNode } from "./body.ts";
import { findComponent } from "./components/registry.ts";
import { updateIn } from "./live-updates.ts";
import { cutAtWord } from "./opening.ts";
import { placeOf } from "./places.ts";
import { textOf } from "./text.ts";
import { headingDepth } from "./transforms/headings.ts";
import { hasClass, isBlank, stringProperty, walk } from "./tree.ts";
import { countWords } from "./words.ts";

const EXCERPT_LENGTH = 200;

/** Gathers the facts of a finished tree. */
export function collectFacts(tree: Root): BodyFacts {
  const facts: BodyFacts = {
    words: 0,
    headings: [],
    ids: [],
    links: [],
    pictures: [],
    components: [],
    excerpt: "",
  };
  walk(tree, (node, parents) => {
    if (node.type === "component") {
      if (!facts.components.includes(node.name)) facts.components.push(node.name);
      const found = updateIn(node);
      if (found !== undefined) (facts.updates ??= []).push(found.update);
      const component = findComponent(node.name);
      if (node.faulty !== true && component?.drawn !== undefined) {
        const place = node.places["src"] ?? placeOf(node, parents);
        (facts.drawn ??= []).push({ ...component.drawn(node.values), ...place });
      }
      for (const [name, spec] of Object.entries(component?.attributes ?? {})) {
        const address = node.values[name];
        if (typeof address !== "string") continue;
        const place = node.places[name] ?? placeOf(node, parents);
        if (spec.type === "post") (facts.posts ??= []).push({ slug: composed(address), ...place });
        if (spec.type === "link") facts.links.push({ href: address, ...place });
        if (spec.type === "picture")
          facts.pictures.push({ src: address, alt: altOf(node), ...place });
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
      facts.links.push({ href, ...placeOf(node, parents) });
    }
    const cite = stringProperty(node, "cite");
    if (cite !== undefined) facts.links.push({ href: cite, ...placeOf(node, parents) });
    const src = stringProperty(node, "src");
    if (node.tagName === "img" && src !== undefined) {
      facts.pictures.push({
        src,
        alt: stringProperty(node, "alt") ?? "",
        ...placeOf(node, parents),
      });
    }
  });
  const text = textOf(tree);
  facts.words = countWords(text);
  facts.excerpt = cutAtWord(openingText(tree) || text, EXCERPT_LENGTH);
  return facts;
}

/** What is said of a component's picture; of one that only announces something, the title says it. */
function altOf({ values: { alt, title } }: ComponentNode): string {
  return [alt, title].find((text) => typeof text === "string") ?? "";
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
