import type { MdxJsxAttributeUnion } from "satteri";

/** Where an attribute of a tag stands in the source, in UTF-16 units. */
export interface AttributeSpan {
  start: number;
  end: number;
  /** What stands between its quotation marks, when it has any. */
  text: { start: number; end: number } | undefined;
  /** Where its expression begins, when it has one. */
  expression: number | undefined;
}

// A tag inside a quotation repeats the mark at the start of each line.
const GAP = /(?:\n[ \t>]*|\s|\/\*(?:[^*]|\*(?!\/))*\*\/)*/y;

/**
 * Finds the attributes of an opening tag in the source, since the parser gives their values but not
 * their places. `start` is the offset of the tag's `<`. `undefined` when the source does not read
 * as the parser says, which leaves the place of the whole tag to be used.
 */
export function attributeSpans(
  source: string,
  start: number,
  name: string,
  attributes: readonly MdxJsxAttributeUnion[],
): AttributeSpan[] | undefined {
  const spans: AttributeSpan[] = [];
  let at = skipGap(source, start + 1);
  if (!source.startsWith(name, at)) return undefined;
  at += name.length;
  for (const attribute of attributes) {
    at = skipGap(source, at);
    const begin = at;
    if (attribute.type === "mdxJsxExpressionAttribute") {
      if (!source.startsWith(`{${attribute.value}}`, at)) return undefined;
      at += attribute.value.length + 2;
      spans.push({ start: begin, end: at, text: undefined, expression: begin + 1 });
      continue;
    }
    if (!source.startsWith(attribute.name, at)) return undefined;
    at += attribute.name.length;
    const { value } = attribute;
    let text: AttributeSpan["text"];
    let expression: number | undefined;
    if (value !== null && value !== undefined) {
      at = skipGap(source, at);
      if (source.charAt(at) !== "=") return undefined;
      at = skipGap(source, at + 1);
      if (typeof value === "string") {
        const quote = source.charAt(at);
        const close = quote === '"' || quote === "'" ? source.indexOf(quote, at + 1) : -1;
        if (close === -1) return undefined;
        text = { start: at + 1, end: close };
        at = close + 1;
      } else {
        if (!source.startsWith(`{${value.value}}`, at)) return undefined;
        expression = at + 1;
        at += value.value.length + 2;
      }
    }
    spans.push({ start: begin, end: at, text, expression });
  }
  return spans;
}

function skipGap(source: string, at: number): number {
  GAP.lastIndex = at;
  const gap = GAP.exec(source)?.[0] ?? "";
  return at + gap.length;
}
