import type { Element, ElementContent, Root } from "hast";
import type { BodyImage } from "../checks/article-rule.ts";
import type { SourceLocation } from "../domain/source-location.ts";
import type { ComponentNode } from "./body.ts";
import { findComponent } from "./components/find-component.ts";
import { locationOf } from "./node-location.ts";
import { textOf } from "./text.ts";
import { stringProperty, walk } from "./tree.ts";
import type { Holder } from "./tree.ts";

/** The images that a body shows, in order, with what stands at them; `source` is the whole file. */
export function bodyImages(tree: Root, source: string): BodyImage[] {
  const images: BodyImage[] = [];
  walk(tree, (node, parents) => {
    const image =
      node.type === "component" ? ofComponent(node, parents) : ofElement(node, parents, source);
    if (image !== undefined) images.push(image);
  });
  return images;
}

function ofComponent(node: ComponentNode, parents: readonly Holder[]): BodyImage | undefined {
  const { src, alt } = node.values;
  const isImage = findComponent(node.name)?.attributes["src"]?.type === "image";
  if (!isImage || typeof src !== "string" || typeof alt !== "string") return undefined;
  const location = locationOf(node, parents);
  const around = parents.find((parent) => parent.type === "component" && textAt(parent, "credit"));
  const caption = textAt(node, "caption");
  const credit =
    textAt(node, "credit") ?? (around?.type === "component" ? textAt(around, "credit") : undefined);
  return {
    src,
    alt,
    ...(caption === undefined ? {} : { caption }),
    ...(credit === undefined ? {} : { credit }),
    location,
    altLocation: node.valueLocations["alt"] ?? location,
    takesCredit: true,
  };
}

function textAt({ values }: ComponentNode, key: string): string | undefined {
  const value = values[key];
  return typeof value === "string" && value.trim() !== "" ? value : undefined;
}

function ofElement(
  node: ElementContent,
  parents: readonly Holder[],
  source: string,
): BodyImage | undefined {
  if (node.type !== "element" || node.tagName !== "img") return undefined;
  const alt = stringProperty(node, "alt") ?? "";
  const caption = captionOf(parents) ?? stringProperty(node, "title");
  const location = locationOf(node, parents);
  return {
    src: stringProperty(node, "src") ?? "",
    alt,
    ...(caption === undefined ? {} : { caption }),
    location,
    altLocation: altLocation(node, alt, source) ?? location,
    takesCredit: false,
  };
}

/** What stands below a picture of HTML. */
function captionOf(parents: readonly Holder[]): string | undefined {
  const figure = parents.findLast(
    (parent): parent is Element => parent.type === "element" && parent.tagName === "figure",
  );
  const caption = figure?.children.find(
    (child) => child.type === "element" && child.tagName === "figcaption",
  );
  return caption === undefined ? undefined : textOf(caption);
}

/** Where the alternative text of a picture of Markdown stands, if it is written as it is read. */
function altLocation(
  { position }: Element,
  alt: string,
  source: string,
): SourceLocation | undefined {
  const start = position?.start.offset;
  if (position === undefined || start === undefined || alt === "") return undefined;
  if (!source.startsWith(`![${alt}]`, start)) return undefined;
  const { line, column } = position.start;
  return { line, column: column + "![".length, length: alt.length };
}
