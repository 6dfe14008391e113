import type { ElementContent, Element, Properties, Root } from "hast";
import type { Literal } from "./body.ts";
import type { Place } from "../domain/body.ts";
import { componentNode, headingFault, insideParagraph } from "./component-use.ts";
import type { Parent } from "./component-use.ts";
import type { WrittenAttribute } from "./components/check-attributes.ts";
import { explainShortcode, shortcodes } from "./checks/shortcodes.ts";
import { COMPONENTS, findComponent } from "./components/registry.ts";
import {
  ALLOWED_ELEMENTS,
  allowedAttributes,
  isAllowedElement,
  isFormulaElement,
  isHtmlElement,
  propertyFor,
  removalOf,
} from "./html-allowed.ts";
import { isOnlyComments } from "./literal.ts";
import { nearestName } from "../domain/nearest-name.ts";
import { placeOf } from "./places.ts";
import type { ProblemCode } from "./problem-codes.ts";
import { abridge, readAttributes } from "./read-attributes.ts";
import type { JsxContext, JsxNode } from "./read-attributes.ts";
import { framedPage, playingComponent } from "./transforms/embedded.ts";
import { isBlock } from "./tree.ts";

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
  const fail = (code: ProblemCode, place: Place, message: string, fix: string): void => {
    context.report({ ...place, code, severity: "error", message, fix });
  };
  switch (node.type) {
    case "element": {
      const fault = headingFault(node.tagName, parents);
      if (fault !== undefined)
        fail("component/heading", placeOf(node, parents), fault.message, fault.fix);
      node.children = resolveChildren(node.children, [...parents, node], context);
      return [node];
    }
    case "mdxjsEsm": {
      const word = node.value.startsWith("export") ? "export" : "import";
      fail(
        `mdx/${word}`,
        { ...placeOf(node, parents), length: word.length },
        `This line would run a program: it begins with \`${word}\`. An article is text, so nothing in it is run.`,
        word === "import"
          ? "Remove the line: registered components need no import. If it is a sentence, do not begin the line with that word."
          : "Remove the line; what the article says of itself belongs into the front matter.",
      );
      return [];
    }
    case "mdxFlowExpression":
    case "mdxTextExpression":
      if (node.value.trim() !== "" && isOnlyComments(node.value)) return [];
      fail("mdx/expression", placeOf(node, parents), ...explainExpression(node.value));
      return [];
    case "mdxJsxFlowElement":
    case "mdxJsxTextElement":
      return resolveTag(node, parents, context, fail);
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
  fail: (code: ProblemCode, place: Place, message: string, fix: string) => void,
): ElementContent[] {
  const place = placeOf(node, parents);
  const children = resolveChildren(node.children, [...parents, node], context);
  const { name } = node;
  if (name === null) {
    fail(
      "mdx/fragment",
      place,
      "`<>` is an empty tag and does nothing here.",
      "Remove `<>` and `</>`.",
    );
    return children;
  }
  const tag: Place = { line: place.line, column: place.column, length: name.length + 1 };
  const attributes = readAttributes(node, name, tag, parents, context);
  const component = findComponent(name);
  if (component !== undefined) {
    return [componentNode(component, node, children, attributes, tag, parents, context)];
  }
  if (!/^[a-z]/.test(name) || name.includes(".") || name.includes(":")) {
    const near = nearestName(
      name,
      COMPONENTS.map((known) => known.name),
    );
    fail(
      "component/unknown",
      tag,
      `There is no component <${name}>. There are ${COMPONENTS.map((known) => `<${known.name}>`).join(", ")}.`,
      near !== undefined
        ? `Did you mean <${near}>?`
        : name.includes(":")
          ? "Remove its tags: only programs such as word processors write them."
          : "Use one of these, or plain Markdown.",
    );
    return children;
  }
  const isInFormula = parents.some((parent) => "name" in parent && parent.name === "math");
  if (!isAllowedElement(name) && !(isInFormula && isFormulaElement(name))) {
    fail(
      "html/element-removed",
      tag,
      `<${name}> is not among the HTML elements an article may hold.`,
      insteadOf(name, attributes.written),
    );
    return removalOf(name) === "drop" ? [] : children;
  }
  const element: Element = {
    type: "element",
    tagName: name,
    properties: htmlProperties(name, attributes.written, context),
    children,
  };
  if (node.position !== undefined) element.position = node.position;
  const fault = headingFault(name, parents);
  if (fault !== undefined) fail("component/heading", tag, fault.message, fault.fix);
  if (isBlock(element) && insideParagraph(parents)) {
    fail(
      "html/misplaced",
      tag,
      `<${name}> makes a block of its own, but stands in the middle of a paragraph.`,
      "Put it on lines of its own, with an empty line before and after.",
    );
  }
  return [element];
}

/** What to say of an expression, and what to write instead; `value` is what stands in its braces. */
function explainExpression(value: string): [message: string, fix: string] {
  const computed = "would be computed. An article is text, so nothing in braces is run.";
  const written = `{${value}}`;
  const [shortcode] = written.startsWith("{{") && written.length <= 300 ? shortcodes(written) : [];
  if (shortcode?.index === 0) {
    const { message, fix } = explainShortcode(written, shortcode, computed.slice(0, -1));
    return [message, fix];
  }
  return [
    `\`{${abridge(value)}}\` ${computed}`,
    "Write the text itself. For a brace that readers shall see, write `\\{`.",
  ];
}

/** What to write instead of an element that no article may hold. */
function insteadOf(name: string, written: readonly WrittenAttribute[]): string {
  const address = written.find((attribute) => /^(?:src|data)$/i.test(attribute.name))?.value;
  const component = typeof address === "string" ? playingComponent(name, address) : undefined;
  if (component !== undefined) return `Write \`${component}\`.`;
  if (typeof address === "string" && removalOf(name) === "link")
    return `Write a link, \`[title](${framedPage(address) ?? address})\`.`;
  const near = isHtmlElement(name) ? undefined : nearestName(name, ALLOWED_ELEMENTS);
  return near === undefined
    ? "Remove it, or use Markdown or a registered component."
    : `Did you mean <${near}>? Else remove it, or use Markdown or a registered component.`;
}

function htmlProperties(
  tagName: string,
  written: readonly WrittenAttribute[],
  context: JsxContext,
): Properties {
  const properties: Properties = {};
  for (const { name, value, place } of written) {
    const property = propertyFor(tagName, name);
    if (property === undefined) {
      const near = nearestName(name, allowedAttributes(tagName));
      context.report({
        ...place,
        code: "html/attribute-removed",
        severity: "error",
        message: `<${tagName}> may not carry \`${name}\` in an article. It may carry ${allowedAttributes(tagName).join(", ")}.`,
        fix:
          near === undefined
            ? `Remove \`${name}\`; how things look is up to the press.`
            : `Did you mean \`${near}\`?`,
      });
    } else if (typeof value === "object") {
      context.report({
        ...place,
        code: "component/attribute-type",
        severity: "error",
        message: `<${tagName}> takes a text for \`${name}\`.`,
        fix: `Write \`${name}="…"\`.`,
      });
    } else properties[property] = value as Exclude<Literal, object>;
  }
  return properties;
}
