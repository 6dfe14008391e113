import type { Element, ElementContent } from "hast";
import { create } from "./html-nodes.ts";

/** Values of a component's attributes; `true` for a name that is written alone. */
export type ComponentValues = Readonly<Record<string, string | true | undefined>>;

/** What a `stet-component` element in the tree stands for. */
export interface ComponentUse {
  name: string;
  values: ComponentValues;
}

declare module "hast" {
  interface ElementData {
    component?: ComponentUse;
    /** Which of the headings of the text it is. */
    headingIndex?: number;
  }
}

/** A component of Stet, which holds blocks. Empty values are left out. */
export function component(
  name: string,
  values: ComponentValues,
  children: ElementContent[] = [],
): Element {
  const written = Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && value !== ""),
  );
  return {
    ...create("stet-component", {}, children),
    data: { position: {}, component: { name, values: written } },
  };
}

/** An element of HTML that is written as one, since Markdown has no sign for it; it holds blocks. */
export function htmlBlock(
  tagName: string,
  properties: Element["properties"],
  children: ElementContent[],
): Element {
  return create("stet-block", { ...properties, dataElement: tagName }, children);
}

/** The same for one that holds running text and stands on a line of its own. */
export function htmlLine(
  tagName: string,
  properties: Element["properties"],
  children: ElementContent[],
): Element {
  return create("stet-line", { ...properties, dataElement: tagName }, children);
}
