import type { Node } from "unist";
import { literalPattern } from "../domain/literal-pattern.ts";

/** An attribute as it stands in a source, from and to, in UTF-16 units, and what stands between its quotation marks. */
export interface AttributeRange {
  whole: [from: number, to: number];
  value: [from: number, to: number];
}

/** So much of an element is looked at for an attribute of its, in UTF-16 units. */
const LONGEST_TAG = 2000;

/** Where the first attribute of a name stands in an element that is written as HTML; `undefined` where there is none. */
export function writtenAttribute(
  { position }: Node,
  name: string,
  source: string,
): AttributeRange | undefined {
  const [start, end] = [position?.start.offset, position?.end.offset];
  if (start === undefined || end === undefined) return undefined;
  const tag = source.slice(start, Math.min(end, start + LONGEST_TAG));
  const pattern = `\\s(${literalPattern(name)}\\s*=\\s*)("[^"]*"|'[^']*'|[^\\s"'>]+)`;
  const [whole, before = "", value = ""] = new RegExp(pattern, "i").exec(tag) ?? [];
  if (whole === undefined) return undefined;
  const from = start + tag.indexOf(whole) + 1;
  const to = from + before.length + value.length;
  const quote = /^["']/.test(value) ? 1 : 0;
  return { whole: [from, to], value: [from + before.length + quote, to - quote] };
}
