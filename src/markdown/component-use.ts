import type { Element, ElementContent, Nodes, Root } from "hast";
import type { Node } from "unist";
import { rule as childrenRule } from "../checks/component/children.ts";
import type { Details as ChildrenDetails } from "../checks/component/children.ts";
import { rule as missingAttribute } from "../checks/component/attribute-missing.ts";
import type { Missing as MissingDetails } from "../checks/component/attribute-missing.ts";
import { rule as headingRule } from "../checks/component/heading.ts";
import { rule as misplaced } from "../checks/component/misplaced.ts";
import type { Details as PlaceDetails, WrittenComponent } from "../checks/component/misplaced.ts";
import { rule as plainText } from "../checks/component/plain-text.ts";
import { rule as useRule } from "../checks/component/use.ts";
import type { SourceLocation } from "../domain/source-location.ts";
import { NO_TARGETS } from "./body.ts";
import type { ComponentNode } from "./body.ts";
import { attributeSample } from "./components/attribute-sample.ts";
import { checkAttributes } from "./components/check-attributes.ts";
import type { Component, ComponentsSpec } from "./components/component.ts";
import { likelyComponent } from "./components/likely-component.ts";
import { linesToWrite, tagToWrite } from "./components/lines-to-write.ts";
import { findComponent } from "./components/find-component.ts";
import { locationOf } from "./node-location.ts";
import { markupIn } from "./plain-text.ts";
import type { JsxContext, JsxNode, ReadAttributes } from "./read-attributes.ts";
import { textOf } from "./text.ts";
import { isBlank } from "./tree.ts";
import { fewLines } from "./written-lines.ts";
import { tagToType, withTagsToType, writtenTag } from "./written-tag.ts";
import { valueToType } from "./typed-value.ts";

/** What a tag may stand in while tags are resolved. */
export type Parent = Root | Element | JsxNode;

/** A tag of a component in a text, with what stands in it. */
export interface ComponentUse {
  node: JsxNode;
  /** What it holds, resolved. */
  children: ElementContent[];
  attributes: ReadAttributes;
  /** Where the tag stands. */
  tag: SourceLocation;
  parents: readonly Parent[];
}

/** Makes a node of a registered component, and reports what is wrong with this use of it. */
export function componentNode(
  component: Component,
  { node, children, attributes, tag, parents }: ComponentUse,
  context: JsxContext,
): ComponentNode {
  const { report, source } = context;
  const { values, places, valueLocations, diagnostics, missing } = checkAttributes(
    component,
    attributes.written,
    attributes.unread,
    context.context,
  );
  for (const diagnostic of diagnostics) report(diagnostic);
  const wrong = childrenFault(component, node, children, source);
  if (wrong !== undefined) report(childrenRule.inBody(wrong.location ?? tag, "mdx", wrong.details));
  // Who is told to write the tag anew is given all that it needs.
  if (missing.length > 0 && wrong?.details.kind !== "nothing-held")
    report(missingAttribute.inBody(tag, "mdx", missingDetails(component, missing, node, source)));
  const isWhole =
    diagnostics.length === 0 && missing.length === 0 && attributes.unread.length === 0;
  const faults = isWhole ? (component.checkUse?.(values) ?? []) : [];
  const tried = isWhole ? component.tryForms?.({ values, children }, NO_TARGETS) : undefined;
  if (tried !== undefined) faults.push(tried);
  for (const { attribute = "", location, ...fault } of faults)
    report(useRule.inBody(location ?? places[attribute] ?? tag, "mdx", fault));
  reportMarkup(component, { values, valueLocations }, tag, context);
  const wrongLocation = placeFault(component, node, parents, source);
  if (wrongLocation !== undefined) report(misplaced.inBody(tag, "mdx", wrongLocation));
  const result: ComponentNode = {
    type: "component",
    name: component.name,
    values,
    places,
    valueLocations,
    children,
  };
  if (!isWhole || faults.length > 0) result.invalid = true;
  if (node.position !== undefined) result.position = node.position;
  return result;
}

/** Reports attributes of plain text that are written as if they were Markdown. */
function reportMarkup(
  component: Component,
  { values, valueLocations }: Pick<ComponentNode, "values" | "valueLocations">,
  tag: SourceLocation,
  context: JsxContext,
): void {
  for (const [name, value] of Object.entries(values)) {
    if (component.attributes[name]?.type !== "string" || typeof value !== "string") continue;
    for (const markup of markupIn(value)) {
      const details = { ...markup, tag: component.name, name };
      const location = within(valueLocations[name] ?? tag, markup.written, context);
      context.report(plainText.inBody(location, "mdx", details));
    }
  }
}

/** Where a text stands in what begins at a place; that place, where it is not found. */
function within(
  location: SourceLocation,
  text: string,
  { source, locator }: JsxContext,
): SourceLocation {
  const start = locator.offsetOf(location);
  const at = source.slice(start, start + (location.length ?? 0)).indexOf(text);
  return at < 0 ? location : locator.placeAt(start + at, text.length);
}

/** Attributes that a tag lacks, and the tag as it is with them. */
function missingDetails(
  component: Component,
  missing: readonly string[],
  node: JsxNode,
  source: string,
): MissingDetails {
  const { name, attributes } = component;
  const [only = "", ...others] = missing;
  const values = others.length === 0 ? attributes[only]?.values : undefined;
  const tag = tagAt(node, source);
  const isOnOneLine = tag !== undefined && !tag.source.includes("\n");
  const whole = isOnOneLine ? tagToType(tag, { lacks: missing }) : undefined;
  const sample = attributeSample(component, only);
  return {
    tag: name,
    attributes: missing.map((one) => ({
      name: one,
      description: attributes[one]?.description ?? "",
    })),
    tags:
      whole === undefined
        ? []
        : (values?.map((value) => whole.replace(sample, `${only}="${value}"`)) ?? [whole]),
    samples: missing.map((one) => attributeSample(component, one)),
  };
}

/** What is wrong with the place of a component among tags and text. */
function placeFault(
  { name, inside, alone, children }: Component,
  node: JsxNode,
  parents: readonly Parent[],
  source: string,
): PlaceDetails | undefined {
  if (insideParagraph(parents))
    return { kind: "in-text", tag: name, meant: withTagsToType(fewLines(node, source)) };
  if (inside !== undefined) {
    const parent = parents.at(-1);
    const parentName = parent === undefined ? null : nameOf(parent);
    // A misspelt whole is told of by itself, and so is what stands between.
    if (parentName !== null && likelyComponent(parentName) === inside) return undefined;
    if (componentsAround(parents).some((one) => one.name === inside)) return undefined;
    const own = withTagsToType(fewLines(node, source));
    const meant = own === undefined ? undefined : [`<${inside}>`, "", ...own, "", `</${inside}>`];
    return { kind: "outside", tag: name, whole: inside, meant };
  }
  const enclosing = componentsAround(parents);
  const nearest = enclosing.at(-1);
  // What is in it besides the components it holds is reported for the component around.
  if (nearest === undefined || isComponents(nearest.children)) return undefined;
  const holdsText = nearest.children === "text";
  if (!holdsText && alone !== true && !enclosing.some((one) => one.name === name)) return undefined;
  const outer = holdsText ? nearest : (enclosing.findLast((one) => one.name === name) ?? nearest);
  const holder = parents.findLast((parent) => nameOf(parent) === outer.name);
  return {
    kind: "within",
    tag: name,
    holdsText,
    own: writtenComponent(name, node, source),
    parent: writtenComponent(outer.name, holder, source),
    isAlone: holder !== undefined && holdsOnly(holder, node),
    mayStay:
      typeof children === "string" && children !== "none" && outer.checkChildren === undefined,
  };
}

/** A component from its start tag to its end tag, as it is written. */
function writtenComponent(name: string, node: Node | undefined, source: string): WrittenComponent {
  const tag = node === undefined ? undefined : tagAt(node, source);
  const { start, end } = node?.position ?? {};
  return {
    name,
    start: tag?.source ?? `<${name}>`,
    firstLine: start?.line ?? 1,
    lastLine: end?.line ?? 1,
  };
}

/** Whether a node stands alone in another one, with nothing but tags around it. */
function holdsOnly(holder: Parent, node: Node): boolean {
  const content = (holder.children as readonly Nodes[]).filter((child) => !isBlank(child));
  const [only, ...others] = content;
  if (only === undefined || others.length > 0) return false;
  return only === node || ("children" in only && holdsOnly(only as Parent, node));
}

/** What is wrong with what stands between the tags of a component, and where, if not at its tag. */
function childrenFault(
  component: Component,
  node: JsxNode,
  children: readonly ElementContent[],
  source: string,
): { details: ChildrenDetails; location?: SourceLocation | undefined } | undefined {
  const { name } = component;
  const filled = children.some((child) => !isBlank(child));
  if (component.children === "none")
    return filled
      ? { details: { kind: "nothing-held", tag: name, meant: tagAlone(name, node, source) } }
      : undefined;
  if (!filled) {
    return component.mayBeEmpty === true
      ? undefined
      : { details: { kind: "empty", tag: name, meant: filledLines(component, node, source) } };
  }
  const ofComponents = isComponents(component.children)
    ? componentsFault(component, component.children, { node, children, source })
    : undefined;
  if (ofComponents !== undefined) return ofComponents;
  const own = component.checkChildren?.(children, source);
  if (own === undefined) return undefined;
  const { location, ...fault } = own;
  return { details: { kind: "own", fault }, location };
}

function componentsFault(
  component: Component,
  { only, least, most = Infinity, instead }: ComponentsSpec,
  {
    node,
    children,
    source,
  }: { node: JsxNode; children: readonly ElementContent[]; source: string },
): { details: ChildrenDetails; location?: SourceLocation | undefined } | undefined {
  const content = children.filter((child) => !isBlank(child));
  const other = content.find((child) => child.type !== "component" || !only.includes(child.name));
  const about = { tag: component.name, holds: only };
  if (other !== undefined) {
    const written = writtenOf(other, source) ?? "it";
    const details = {
      ...about,
      kind: "other",
      written,
      meant: instead?.(other, source) ?? heldInstead(other, only, source),
      sample: linesToWrite(component, findComponent),
    } as const;
    return { details, location: other.position === undefined ? undefined : locationOf(other) };
  }
  const count = content.length;
  if (count < least) {
    const sample = only
      .slice(0, 1)
      .flatMap((one) => findComponent(one) ?? [])
      .flatMap((one) => Array.from({ length: least - count }, () => tagToWrite(one)));
    const end = node.position?.end.line ?? 0;
    return { details: { ...about, kind: "too-few", count, least, sample, end } };
  }
  return count > most ? { details: { ...about, kind: "too-many", count, most } } : undefined;
}

/** The lines of what a component holds, where that is all that belongs in its place. */
function heldInstead(
  other: ElementContent,
  only: readonly string[],
  source: string,
): string[] | undefined {
  if (other.type !== "component") return undefined;
  const held = other.children.filter((child) => !isBlank(child));
  const belongs = held.every((child) => child.type === "component" && only.includes(child.name));
  const lines = held.flatMap((child) => fewLines(child, source) ?? []);
  return belongs && lines.length > 0 ? lines : undefined;
}

/** Whether an element is a heading. */
export function isHeading(tagName: string): boolean {
  return /^h[1-6]$/.test(tagName);
}

/** Reports a heading that stands in a component. */
export function reportHeading(
  node: { children: readonly Nodes[] } & Node,
  location: SourceLocation,
  parents: readonly Parent[],
  { source, report }: JsxContext,
): void {
  const parent = componentsAround(parents).at(-1);
  const holder = parents.findLast((parent) => findComponent(nameOf(parent) ?? "") !== undefined);
  if (parent === undefined || holder === undefined) return;
  const words = textOf(node.children as ElementContent[]);
  const tag = tagAt(holder, source);
  const canHaveTitle =
    parent.attributes["title"] !== undefined &&
    tag?.attributes.some(({ name }) => name === "title") === false &&
    "children" in holder &&
    (holder.children as readonly Nodes[]).find((child) => !isBlank(child)) === node;
  const titled =
    canHaveTitle && tag !== undefined
      ? {
          tag: tagToType({
            ...tag,
            attributes: [
              ...tag.attributes,
              { name: "title", written: valueToType("title", words) },
            ],
          }),
          line: holder.position?.start.line ?? 1,
        }
      : undefined;
  const details = { tag: parent.name, words, written: writtenOf(node, source) ?? words, titled };
  report(headingRule.inBody(location, "mdx", details));
}

/** Whether a tag stands in running text: in a paragraph, or beside words between a component's tags. */
export function insideParagraph(parents: readonly Parent[]): boolean {
  const parent = parents.at(-1);
  const beside = parent?.type.startsWith("mdxJsx") === true ? parent.children : [];
  if (beside.some((node) => node.type === "text" && !isBlank(node))) return true;
  return parents.some(
    (parent) =>
      parent.type === "element" &&
      /^(?:p|h[1-6]|a|em|strong|del|sup|sub|td|th)$/.test(parent.tagName),
  );
}

function writtenOf({ position }: Node, source: string): string | undefined {
  const [from, to] = [position?.start.offset, position?.end.offset];
  return from === undefined || to === undefined ? undefined : source.slice(from, to);
}

function tagAt({ position }: Node, source: string): ReturnType<typeof writtenTag> {
  const from = position?.start.offset;
  return from === undefined ? undefined : writtenTag(source, from);
}

/** A component that holds nothing as it is written, with what belongs between its tags. */
function filledLines(component: Component, node: JsxNode, source: string): string[] {
  const tag = tagAt(node, source);
  const start = tag === undefined ? undefined : tagToType({ ...tag, isSelfClosing: false });
  return linesToWrite(component, findComponent, start);
}

/** The lines of a tag that holds nothing, closed at once, with what stands between it and its end below. */
function tagAlone(name: string, node: JsxNode, source: string): string[] {
  const tag = tagAt(node, source);
  const whole = writtenOf(node, source) ?? "";
  const between = whole
    .slice(tag?.source.length)
    .replace(/<\/[^<>]*>\s*$/, "")
    .trim();
  return [
    tag === undefined ? `<${name} />` : tagToType(tag, { closed: true }),
    "",
    ...between.split(/\r?\n/),
  ];
}

/** The components that a place lies in, from the outermost to the nearest. */
function componentsAround(parents: readonly Parent[]): Component[] {
  return parents.flatMap((parent) => findComponent(nameOf(parent) ?? "") ?? []);
}

function nameOf(parent: Parent): string | null {
  return parent.type === "root" || parent.type === "element" ? null : parent.name;
}

function isComponents(children: Component["children"]): children is ComponentsSpec {
  return typeof children === "object";
}
