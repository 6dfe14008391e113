import type { MdxJsxFlowElementHast, MdxJsxTextElementHast } from "satteri";
import type { Node } from "unist";
import { rule as computedValue } from "../checks/component/attribute-value.ts";
import { rule as spread } from "../checks/mdx/spread.ts";
import type { BodyDiagnostic, Literal } from "./body.ts";
import type { SourceLocation } from "../domain/source-location.ts";
import { attributeSample } from "./components/attribute-sample.ts";
import type { WrittenAttribute } from "./components/check-attributes.ts";
import type { Context } from "./components/meant-value.ts";
import { findComponent } from "./components/find-component.ts";
import { attributeSpans } from "./jsx-attributes.ts";
import { readLiteral } from "./literal.ts";
import type { Locator } from "./node-location.ts";
import { joinedLines } from "./wide-text.ts";

/** A tag as the MDX parser leaves it in the tree. */
export type JsxNode = MdxJsxFlowElementHast | MdxJsxTextElementHast;

/** What resolving needs of its context. */
export interface JsxContext {
  source: string;
  locator: Locator;
  /** What dates without their day or their offset are of. */
  context: Context;
  report(diagnostic: BodyDiagnostic): void;
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
  tag: SourceLocation,
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
    // Without a span nothing is marked that could be written anew.
    const location =
      span === undefined
        ? { line: tag.line, column: tag.column }
        : context.locator.spanAt(span.start, span.end);
    const written = span === undefined ? undefined : context.source.slice(span.start, span.end);
    if (attribute.type === "mdxJsxExpressionAttribute") {
      const details = { tag: name, written: `{${attribute.value}}`, sample: anySample(name) };
      context.report(spread.inBody(location, "mdx", details));
      continue;
    }
    const { value } = attribute;
    const inner = span?.text;
    const valueLocation =
      inner === undefined || inner.start === inner.end
        ? location
        : context.locator.spanAt(inner.start, inner.end);
    const add = (read: Literal): void => {
      const { name } = attribute;
      result.written.push({ name, value: read, location, valueLocation, written: written ?? name });
    };
    if (value === null || value === undefined) {
      add(true);
    } else if (typeof value === "string") {
      add(onOneLine(value, quoted));
    } else {
      const literal = readLiteral(value.value);
      if (literal.ok) {
        add(literal.value);
        continue;
      }
      result.unread.push(attribute.name);
      const details = {
        name: attribute.name,
        reason: literal.reason,
        meant: meantValue(attribute.name, value.value, name),
        sample: sampleOf(name, attribute.name),
      };
      context.report(computedValue.inBody(location, "mdx", details));
    }
  }
  return result;
}

/** The text of an attribute on one line, without the marks of a quotation around the tag. */
function onOneLine(value: string, quoted: boolean): string {
  return joinedLines(value, quoted ? /\r?\n(?:[ \t]*>)*[ \t]*/g : /\r?\n[ \t]*/g);
}

/** An attribute of a tag with a value that it could have. */
function sampleOf(tag: string, name: string): string {
  return attributeSample(findComponent(tag), name);
}

/** One attribute that a tag takes. */
function anySample(tag: string): string {
  const component = findComponent(tag);
  const [name] = Object.keys(component?.attributes ?? {});
  return attributeSample(component, name ?? "title");
}

/** An attribute as it can only be meant by a name or by nothing in braces; empty where it is to be left out. */
function meantValue(name: string, code: string, tag: string): string | undefined {
  const word = code.trim();
  if (/^(?:|null|undefined)$/.test(word)) return "";
  if (!/^[\p{L}\p{N}_-]+$/u.test(word)) return undefined;
  const type = findComponent(tag)?.attributes[name]?.type;
  if (type === "boolean") return /^(?:yes|on)$/i.test(word) ? name : undefined;
  return type === "string" ? `${name}="${word}"` : undefined;
}
