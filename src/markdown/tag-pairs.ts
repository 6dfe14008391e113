import { isAllowedElement } from "./html-allowed.ts";
import type { RawTag } from "./raw-tags.ts";

/** Elements that have no end tag, the old ones too (HTML, section 13.1.2). */
export const VOID_ELEMENTS: ReadonlySet<string> = new Set(
  "area base basefont bgsound br col embed hr image img input keygen link meta param source track wbr".split(
    " ",
  ),
);

/** Start and end tags that belong together, each with its other half. */
export function pairTags(tags: readonly RawTag[], source: string): Map<RawTag, RawTag> {
  const pairs = new Map<RawTag, RawTag>();
  const open = new Map<string, RawTag[]>();
  for (const tag of tags) {
    if (!tag.isClosed || VOID_ELEMENTS.has(tag.name)) continue;
    if (tag.kind === "start" && !tag.isSelfClosing) {
      const starts = open.get(tag.name) ?? [];
      open.set(tag.name, starts);
      starts.push(tag);
    }
    const start = tag.kind === "end" ? open.get(tag.name)?.at(-1) : undefined;
    if (start === undefined || !mayHold(start, tag, source)) continue;
    open.get(tag.name)?.pop();
    pairs.set(start, tag).set(tag, start);
  }
  return pairs;
}

/** Most of a source between two tags that is looked at for what they are. */
const FEW = 80;

/**
 * Whether what stands between two tags of one name can be meant as their content, and the tags are no words of a sentence
 * about HTML, as in “between `<head>` and `</head>`”. Elements that an article may hold are taken at their word.
 */
function mayHold(start: RawTag, end: RawTag, source: string): boolean {
  if (start.isFlow || isAllowedElement(start.name)) return true;
  const acts = start.name === "script" || start.name === "style";
  if (acts && start.parent !== end.parent) return false;
  if (!isMention(start, source) || (!end.isFlow && !isMention(end, source))) return true;
  const from = (start.offset ?? 0) + start.end - start.at;
  const between = source.slice(from, Math.min(end.offset ?? from, from + FEW));
  return acts && /[(){};=]/.test(between);
}

/** Whether a tag stands in a sentence as one of its words. */
export function isMention({ offset = 0, at, end, isFlow }: RawTag, source: string): boolean {
  const after = offset + end - at;
  return (
    !isFlow &&
    /(?:^|[\s([“"'‘])$/.test(source.slice(Math.max(0, offset - 1), offset)) &&
    /^(?:[ \t]+[\p{L}\p{N}]|[,;:.!?)\]”’"'])/u.test(source.slice(after, after + 3))
  );
}
