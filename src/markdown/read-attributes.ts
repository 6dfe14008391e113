import type { MdxJsxAttributeUnion, MdxJsxFlowElementHast, MdxJsxTextElementHast } from "satteri";
import type { Node } from "unist";
import type { BodyProblem } from "./body.ts";
import type { Place } from "../domain/body.ts";
import type { WrittenAttribute } from "./components/check-attributes.ts";
import { attributeSpans } from "./jsx-attributes.ts";
import { readLiteral } from "./literal.ts";
import type { Locator } from "./places.ts";
import { joinedLines } from "./wide-text.ts";

/** A tag as the MDX parser leaves it in the tree. */
export type JsxNode = MdxJsxFlowElementHast | MdxJsxTextElementHast;

/** What resolving needs of its surroundings. */
export interface JsxContext {
  source: string;
  locator: Locator;
  report(problem: BodyProblem): void;
}

/** The attributes of a tag whose values could be read, and those that were reported instead. */
export interface ReadAttributes {
  written: WrittenAttribute[];
  /** Names of attributes whose value was reported. */
  unread: string[];
}

/** Reads the attributes of a tag, reporting each that is not literal where it stands. */
export function readAttributes(
  node: JsxNode,
  name: string,
  tag: Place,
  parents: readonly Node[],
  context: JsxContext,
): ReadAttributes {
  const result: ReadAttributes = { written: [], unread: [] };
  const start = node.position?.start.offset;
  const spans =
    start === undefined ? undefined : attributeSpans(context.source, start, name, node.attributes);
  const quoted = parents.some((parent) => "tagName" in parent && parent.tagName === "blockquote");
  for (const [index, attribute] of node.attributes.entries()) {
    const span = spans?.[index];
    const place =
      span === undefined ? tag : context.locator.placeAt(span.start, nameLength(attribute));
    if (attribute.type === "mdxJsxExpressionAttribute") {
      context.report({
        ...place,
        code: "mdx/spread",
        severity: "error",
        message: `\`{${abridge(attribute.value)}}\` would be computed. Attributes of <${name}> are written out, each with its value.`,
        fix: 'Write `name="value"` for each attribute.',
      });
      continue;
    }
    const { value } = attribute;
    if (value === null || value === undefined) {
      result.written.push({ name: attribute.name, value: true, place });
    } else if (typeof value === "string") {
      result.written.push({ name: attribute.name, value: onOneLine(value, quoted), place });
    } else {
      const literal = readLiteral(value.value);
      if (literal.ok) {
        result.written.push({ name: attribute.name, value: literal.value, place });
        continue;
      }
      result.unread.push(attribute.name);
      const at =
        span?.expression === undefined
          ? place
          : context.locator.placeAt(span.expression + literal.offset);
      context.report({
        ...at,
        code: "component/attribute-value",
        severity: "error",
        message: `The value of \`${attribute.name}\` would be computed: ${literal.reason}. Values are written out.`,
        fix: `Write \`${attribute.name}="…"\` for a text, or a number, \`true\`, \`false\`, a list or an object in braces.`,
      });
    }
  }
  return result;
}

function nameLength(attribute: MdxJsxAttributeUnion): number {
  return attribute.type === "mdxJsxAttribute" ? attribute.name.length : attribute.value.length + 2;
}

/** The text of an attribute on one line, without the marks of a quotation around the tag. */
function onOneLine(value: string, quoted: boolean): string {
  return joinedLines(value, quoted ? /\r?\n(?:[ \t]*>)*[ \t]*/g : /\r?\n[ \t]*/g);
}

/** Code on one line, short enough for a message. */
export function abridge(code: string): string {
  const line = code.replace(/\s+/g, " ").trim();
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}
