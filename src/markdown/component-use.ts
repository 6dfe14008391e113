import type { Element, ElementContent, Root } from "hast";
import type { Place } from "../domain/body.ts";
import type { ComponentNode } from "./body.ts";
import { checkAttributes } from "./components/check-attributes.ts";
import type { ChildrenFault, Component, ComponentsSpec } from "./components/component.ts";
import { findComponent } from "./components/registry.ts";
import { placeOf } from "./places.ts";
import { explainMarkup, markupIn } from "./plain-text.ts";
import type { ProblemCode } from "./problem-codes.ts";
import type { JsxContext, JsxNode, ReadAttributes } from "./read-attributes.ts";
import { isBlank } from "./tree.ts";

/** What a tag may stand in while tags are resolved. */
export type Parent = Root | Element | JsxNode;

/** Makes a node of a registered component, and reports what is wrong with this use of it. */
export function componentNode(
  component: Component,
  node: JsxNode,
  children: ElementContent[],
  attributes: ReadAttributes,
  tag: Place,
  parents: readonly Parent[],
  context: JsxContext,
): ComponentNode {
  const report = (code: ProblemCode, fault: ChildrenFault): void => {
    const { message, fix, place = tag, severity = "error" } = fault;
    context.report({ ...place, code, severity, message, fix });
  };
  const { values, places, problems } = checkAttributes(
    component,
    attributes.written,
    attributes.unread,
    tag,
  );
  for (const problem of problems) context.report(problem);
  const isWhole = problems.length === 0 && attributes.unread.length === 0;
  const faults = isWhole ? (component.checkUse?.(values) ?? []) : [];
  for (const { attribute = "", ...fault } of faults)
    report("component/use", { place: places[attribute] ?? tag, ...fault });
  for (const [name, value] of Object.entries(values)) {
    if (component.attributes[name]?.type !== "string" || typeof value !== "string") continue;
    for (const markup of markupIn(value)) {
      const told = explainMarkup(markup, `\`${name}\` of <${component.name}>`);
      report("component/plain-text", { ...told, place: places[name] ?? tag, severity: "warning" });
    }
  }
  const misplaced = placeFault(component, parents);
  if (misplaced !== undefined) report("component/misplaced", misplaced);
  const wrong = childrenFault(component, children);
  if (wrong !== undefined) report("component/children", wrong);
  const result: ComponentNode = {
    type: "component",
    name: component.name,
    values,
    places,
    children,
  };
  if (!isWhole || faults.length > 0) result.faulty = true;
  if (node.position !== undefined) result.position = node.position;
  return result;
}

/** What is wrong with the place of a component among tags and text. */
function placeFault(
  { name, inside, alone }: Component,
  parents: readonly Parent[],
): ChildrenFault | undefined {
  if (insideParagraph(parents)) {
    return {
      message: `<${name}> makes a block of its own, but stands in the middle of a paragraph.`,
      fix: "Put it on lines of its own, with an empty line before and after.",
    };
  }
  if (inside !== undefined) {
    const parent = parents.at(-1);
    if (parent !== undefined && nameOf(parent) === inside) return undefined;
    return {
      message: `<${name}> stands outside <${inside}>, of which it is a part.`,
      fix: `Put it directly between \`<${inside}>\` and \`</${inside}>\`.`,
    };
  }
  const around = componentsAround(parents);
  const nearest = around.at(-1);
  // What is in it besides the components it holds is reported for the component around.
  if (nearest === undefined || isComponents(nearest.children)) return undefined;
  if (nearest.children === "text") {
    return {
      message: `<${name}> stands in <${nearest.name}>, which holds text and no other component.`,
      fix: `Put it before or after <${nearest.name}>.`,
    };
  }
  if (alone !== true && !around.some((one) => one.name === name)) return undefined;
  return {
    message:
      alone === true
        ? `<${name}> stands in <${nearest.name}>, but has its place among the blocks of the text itself.`
        : `<${name}> stands in another <${name}>.`,
    fix: `Put it before or after <${(around.find((one) => one.name === name) ?? nearest).name}>.`,
  };
}

/** What is wrong with what stands between the tags of a component. */
function childrenFault(
  component: Component,
  children: readonly ElementContent[],
): ChildrenFault | undefined {
  const { name, example } = component;
  const filled = children.some((child) => !isBlank(child));
  if (component.children === "none") {
    if (!filled) return undefined;
    return {
      message: `<${name}> takes nothing between its tags, so what stands there would not be shown.`,
      fix: `Close the tag at once (\`<${name} … />\`) and put the text after it.`,
    };
  }
  if (!filled) {
    if (component.mayBeEmpty === true) return undefined;
    return {
      message: `<${name}> has nothing between its tags.`,
      fix: `Write it like this: ${example}`,
    };
  }
  const ofComponents = isComponents(component.children)
    ? componentsFault(name, component.children, children)
    : undefined;
  return ofComponents ?? component.checkChildren?.(children);
}

function componentsFault(
  name: string,
  { only, least, most = Infinity }: ComponentsSpec,
  children: readonly ElementContent[],
): ChildrenFault | undefined {
  const content = children.filter((child) => !isBlank(child));
  const tags = only.map((one) => `<${one}>`).join(" and ");
  const other = content.find((child) => child.type !== "component" || !only.includes(child.name));
  if (other !== undefined) {
    return {
      message: `<${name}> holds something other than ${tags}, and nothing else has a place in it.`,
      fix: `Move it out of <${name}>.`,
      ...(other.position === undefined ? {} : { place: placeOf(other) }),
    };
  }
  if (content.length >= least && content.length <= most) return undefined;
  return content.length < least
    ? {
        message: `<${name}> holds ${content.length} of ${tags}; it is made for ${least} or more.`,
        fix: `Add what is missing, or leave out the tags of <${name}>.`,
      }
    : {
        message: `<${name}> holds ${content.length} of ${tags}; there is room for ${most}.`,
        fix: `Leave some out, or make a second <${name}> with text between.`,
      };
}

/** What is wrong with an element if it is a heading in a component. */
export function headingFault(
  tagName: string,
  parents: readonly Parent[],
): ChildrenFault | undefined {
  const around = /^h[1-6]$/.test(tagName) ? componentsAround(parents).at(-1) : undefined;
  if (around === undefined) return undefined;
  const { name, attributes } = around;
  return {
    message: `A heading stands in <${name}>. Headings divide the article, and readers who go from one to the next would take all that follows for a part of <${name}>.`,
    fix:
      attributes["title"] === undefined
        ? "Make it a paragraph, in bold if need be, or move it out."
        : `Write it as \`title="…"\` of <${name}>, make it a paragraph, or move it out.`,
  };
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
