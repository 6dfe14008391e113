import type { ElementContent, Element, Properties, Root } from "hast";
import type { Node } from "unist";
import { rule as attributeType } from "../checks/component/attribute-type.ts";
import { rule as unknownComponent } from "../checks/component/unknown.ts";
import { rule as attributeRemoved } from "../checks/html/attribute-removed.ts";
import { rule as elementRemoved } from "../checks/html/element-removed.ts";
import { rule as misplacedElement } from "../checks/html/misplaced.ts";
import { rule as expression } from "../checks/mdx/expression.ts";
import { rule as exported } from "../checks/mdx/export.ts";
import { rule as fragment } from "../checks/mdx/fragment.ts";
import { rule as imported } from "../checks/mdx/import.ts";
import type { SourceLocation } from "../domain/source-location.ts";
import { nearestName } from "../domain/nearest-name.ts";
import type { Literal } from "./body.ts";
import { componentNode, insideParagraph, isHeading, reportHeading } from "./component-use.ts";
import type { Parent } from "./component-use.ts";
import { attributeSample } from "./components/attribute-sample.ts";
import { likelyComponent } from "./components/likely-component.ts";
import { COMPONENTS } from "./components/registry.ts";
import {
  findComponent,
  isBrokenComponent,
  ownComponentNames,
} from "./components/find-component.ts";
import { explainExpression, sentenceMeant } from "./explain-code.ts";
import {
  allowedAttributes,
  isAllowedElement,
  isFormulaElement,
  isHtmlElement,
  propertyFor,
  removalOf,
} from "./html-allowed.ts";
import { insteadOfElement, unknownDetails } from "./instead-of-tag.ts";
import { isOnlyComments } from "./literal.ts";
import { locationOf } from "./node-location.ts";
import { readAttributes } from "./read-attributes.ts";
import type { JsxContext, JsxNode, ReadAttributes } from "./read-attributes.ts";
import { isBlock } from "./tree.ts";
import { valueToType } from "./typed-value.ts";
import { renaming } from "./renamed-tags.ts";
import { withTagsToType, writtenTag } from "./written-tag.ts";
import { fewLines } from "./written-lines.ts";

/**
 * Turns what MDX adds to Markdown into plain nodes of the tree: components with checked attributes,
 * allowed HTML elements. Comments go; everything that would be a program is reported and goes too.
 */
export function resolveJsx(tree: Root, context: JsxContext): void {
  tree.children = resolveChildren(tree.children as ElementContent[], [tree], context);
}

function resolveChildren(
  children: readonly ElementContent[],
  parents: readonly Parent[],
  context: JsxContext,
): ElementContent[] {
  return children.flatMap((child) => resolveNode(child, parents, context));
}

function resolveNode(
  node: ElementContent | Root["children"][number],
  parents: readonly Parent[],
  context: JsxContext,
): ElementContent[] {
  const { report } = context;
  switch (node.type) {
    case "element":
      if (isHeading(node.tagName)) reportHeading(node, locationOf(node, parents), parents, context);
      node.children = resolveChildren(node.children, [...parents, node], context);
      return [node];
    case "mdxjsEsm": {
      const rule = node.value.startsWith("export") ? exported : imported;
      const location = wholeLocation(node, parents, context);
      const meant = sentenceMeant(node.value);
      const details = { written: node.value.trim(), ...(meant === undefined ? {} : { meant }) };
      report(rule.inBody(location, "mdx", details));
      return [];
    }
    case "mdxFlowExpression":
    case "mdxTextExpression":
      if (node.value.trim() !== "" && isOnlyComments(node.value)) return [];
      report(expression.inBody(locationOf(node, parents), "mdx", explainExpression(node.value)));
      return [];
    case "mdxJsxFlowElement":
    case "mdxJsxTextElement":
      return resolveTag(node, parents, context);
    case "comment":
    case "doctype":
      return [];
    default:
      return [node];
  }
}

function resolveTag(
  node: JsxNode,
  parents: readonly Parent[],
  context: JsxContext,
): ElementContent[] {
  const { report, source } = context;
  const location = locationOf(node, parents);
  const children = resolveChildren(node.children, [...parents, node], context);
  const { name } = node;
  if (name === null) {
    report(fragment.inBody(location, "mdx"));
    return children;
  }
  const tag = tagLocation(node, name, location, context);
  const attributes = readAttributes(node, name, tag, parents, context);
  const component = findComponent(name);
  if (component !== undefined) {
    return [componentNode(component, { node, children, attributes, tag, parents }, context)];
  }
  if (isBrokenComponent(name)) return children;
  if (!/^[a-z]/.test(name) || /[.:]/.test(name) || isMisspelt(name)) {
    const details = unknownDetails(name, node, attributes.written, source);
    const isOurs = details.kind === "none" && !name.includes(":");
    const components = isOurs ? componentsToName(context) : undefined;
    const told = details.kind === "elsewhere" ? wholeLocation(node, parents, context) : tag;
    const edits = details.kind === "misspelt" ? renaming(node, name, context) : [];
    report({
      ...unknownComponent.inBody(told, "mdx", {
        tag: name,
        ...details,
        ...(components === undefined ? {} : { components }),
      }),
      ...(edits.length === 0 ? {} : { edits }),
    });
    return children;
  }
  const isInFormula = parents.some((parent) => "name" in parent && parent.name === "math");
  if (!isAllowedElement(name) && !(isInFormula && isFormulaElement(name))) {
    // What a film, a recording or a drawing is made of is told with it.
    if (/^(?:source|track|param)$/.test(name) && parents.some(isPlayed)) return [];
    if (parents.some((parent) => "name" in parent && parent.name === "svg")) return [];
    const instead = insteadOfElement(name, node, attributes.written, source);
    const whole = wholeLocation(node, parents, context);
    report(elementRemoved.inBody(whole, "mdx", { kind: "not-allowed", name, instead }));
    return removalOf(name) === "drop" ? [] : children;
  }
  const element: Element = {
    type: "element",
    tagName: name,
    properties: htmlProperties(name, attributes, context),
    children,
  };
  if (node.position !== undefined) element.position = node.position;
  if (isHeading(name)) reportHeading(node, tag, parents, context);
  if (isBlock(element) && insideParagraph(parents))
    report(
      misplacedElement.inBody(wholeLocation(node, parents, context), "mdx", {
        name,
        meant: withTagsToType(fewLines(node, source)),
      }),
    );
  return [element];
}

/** Where the start tag of an element stands. */
function tagLocation(
  { position }: JsxNode,
  name: string,
  location: SourceLocation,
  context: JsxContext,
): SourceLocation {
  const start = position?.start.offset;
  const { locator, source } = context;
  const written = start === undefined ? undefined : writtenTag(source, start);
  return start === undefined || written === undefined
    ? { line: location.line, column: location.column, length: name.length + 1 }
    : locator.spanAt(start, start + written.source.length);
}

/** Where a node stands; of several lines, the first. */
function wholeLocation(
  node: Node,
  parents: readonly Parent[],
  { locator }: JsxContext,
): SourceLocation {
  const [start, end] = [node.position?.start.offset, node.position?.end.offset];
  return start === undefined || end === undefined
    ? locationOf(node, parents)
    : locator.spanAt(start, end);
}

/** Whether a name in small letters is that of a component, and of no element. */
function isMisspelt(name: string): boolean {
  return !isHtmlElement(name) && likelyComponent(name) !== undefined;
}

/** Texts for which it was said which components there are. */
const named = new WeakSet<JsxContext>();

/** The names of all components, once for each text. */
function componentsToName(context: JsxContext): string[] | undefined {
  if (named.has(context)) return undefined;
  named.add(context);
  return [...COMPONENTS.map(({ name }) => name), ...ownComponentNames()];
}

function isPlayed(parent: Parent): boolean {
  return "name" in parent && parent.name !== null && removalOf(parent.name) === "link";
}

function htmlProperties(
  tagName: string,
  { written, unread }: ReadAttributes,
  { report }: JsxContext,
): Properties {
  const properties: Properties = {};
  const names = new Set([...written.map(({ name }) => name.toLowerCase()), ...unread]);
  for (const { name, value, location, written: whole } of written) {
    const property = propertyFor(tagName, name);
    if (property === undefined) {
      const takes = allowedAttributes(tagName);
      const near = nearestName(
        name,
        takes.filter((one) => !names.has(one)),
      );
      // A short name is like many others.
      const meant =
        near === undefined || near.length < 4 ? undefined : `${near}${whole.slice(name.length)}`;
      const details = {
        kind: "unknown",
        tag: tagName,
        name,
        takes,
        written: whole,
        meant,
      } as const;
      report(attributeRemoved.inBody(location, "mdx", details));
    } else if (typeof value === "object") {
      const meant = Array.isArray(value) ? valueToType(name, value.join(" ")) : undefined;
      const details = {
        kind: "type",
        tag: tagName,
        name,
        takes: "a text",
        written: whole,
        meant,
        sample: attributeSample(undefined, name),
        optional: false,
      } as const;
      report(attributeType.inBody(location, "mdx", details));
    } else properties[property] = value as Exclude<Literal, object>;
  }
  return properties;
}
