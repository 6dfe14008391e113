import type { Details as CrossedDetails } from "../checks/mdx/tag-crossed.ts";
import type { Details as MalformedDetails } from "../checks/mdx/tag-malformed.ts";
import type { Details as UnclosedDetails } from "../checks/mdx/tag-unclosed.ts";
import { nearestName } from "../domain/nearest-name.ts";
import { likelyComponent } from "./components/likely-component.ts";
import { findComponent } from "./components/find-component.ts";
import { isAllowedElement, isFormulaElement, isHtmlElement } from "./html-allowed.ts";
import { VOID_ELEMENTS } from "./tag-pairs.ts";
import { linesBetween, writtenAnew } from "./lines-between.ts";
import type { WrittenAnew } from "./lines-between.ts";
import { tagToType, writtenTag } from "./written-tag.ts";
import { literalPattern } from "../domain/literal-pattern.ts";

/** The name of an element or a component that a name is, or is meant as; `undefined` where it is none. */
function knownName(name: string): string | undefined {
  if (isKnown(name)) return name;
  const lower = name.toLowerCase();
  return isHtmlElement(lower) ? lower : likelyComponent(name);
}

function isKnown(name: string): boolean {
  return isAllowedElement(name) || isFormulaElement(name) || findComponent(name) !== undefined;
}

/** What to say of a tag that is not closed, and how much is written in another way then: of the source from `before` units before the tag on. */
interface Unclosed {
  details: UnclosedDetails;
  edit?: WrittenAnew | undefined;
  before?: number;
  length: number;
}

/** What to say of a tag at `at` that is not closed in its block. */
export function unclosedTag(source: string, tag: string, at: number): Unclosed {
  const read = writtenTag(source, at);
  const written = read?.isClosed === true ? read.source : `<${tag}>`;
  const whole = (details: UnclosedDetails): Unclosed => ({ details, length: written.length });
  const name = tag.toLowerCase();
  if (VOID_ELEMENTS.has(name) && findComponent(tag) === undefined) {
    const meant = read === undefined ? `<${name} />` : tagToType(read, { name });
    return whole({ kind: "void", tag, written, ...(isAllowedElement(name) ? { meant } : {}) });
  }
  const known = knownName(tag);
  if (known === undefined || read === undefined) {
    const before = wordBefore(source, at);
    return {
      details: { kind: "unknown", tag, before, written },
      before: before.length,
      length: before.length + written.length,
    };
  }
  const component = findComponent(known);
  if (component?.children === "none")
    return whole({ kind: "holds-nothing", tag, meant: tagToType(read, { name: known }) });
  const behind = source.slice(at + written.length, at + written.length + FAR);
  if (known !== tag && !isHtmlElement(known))
    return whole({ kind: "misspelt", tag, meant: tagToType(read, { name: known }), name: known });
  if (component === undefined) {
    const paragraph = source.slice(source.lastIndexOf("\n\n", at) + 1, at);
    if (countOf(paragraph, tag) > 0) return whole({ kind: "end", tag });
    const [following = ""] = /^[^\S\r\n]*[^\s<>{}]*/.exec(behind) ?? [];
    const words = following.replace(/[.,;:!?]$/, "");
    const named = known === tag ? written : tagToType(read, { name: known });
    return {
      details: { kind: "inline", tag: known, written: named, words: words.trim() },
      length: written.length + (words.trim() === "" ? 0 : words.length),
    };
  }
  const beside = besideTag(source, tag, at, written);
  if (beside !== undefined) return { ...whole(beside.details), edit: beside.edit };
  const below = lastLineOfBlock(source, at + written.length, component.checkChildren !== undefined);
  return whole({ kind: "block", tag, ...(below === undefined ? {} : { below }) });
}

/** A component that is closed later on, with text beside its start tag. */
function besideTag(
  source: string,
  tag: string,
  at: number,
  written: string,
): { details: UnclosedDetails; edit?: WrittenAnew | undefined } | undefined {
  const from = at + written.length;
  const end = source.indexOf(`</${tag}>`, from);
  const next = source.indexOf(`<${tag}`, from);
  if (end === -1 || (next !== -1 && next < end)) return undefined;
  if (/^[ \t]*(?:[\r\n]|$)/.test(source.slice(from, from + FAR))) return undefined;
  const meant = linesBetween(source, at, from, end, tag);
  if (meant === undefined) return { details: { kind: "beside", tag } };
  return { details: { kind: "beside", tag, meant }, edit: writtenAnew(at, end, tag, meant) };
}

/** So far a tag is looked behind, in UTF-16 units. */
const FAR = 400;

/** The word right before a tag, as in `List<String>`. */
function wordBefore(source: string, at: number): string {
  return (
    /(?<![\p{L}\p{N}_.:])[\p{L}\p{N}_.:]*$/u.exec(source.slice(Math.max(0, at - 40), at))?.[0] ?? ""
  );
}

/** The last line of the one block between the tags of a component that holds one, where its tag ends at `from`. */
function lastLineOfBlock(source: string, from: number, holdsOne: boolean): number | undefined {
  if (!holdsOne) return undefined;
  const block = /^\s*\n(?<text>(?:[ \t]*\S.*(?:\n|$))+)/.exec(source.slice(from));
  if (block === null) return undefined;
  const end = from + block[0].trimEnd().length;
  return source.slice(0, end).split(/\r\n|\n|\r/).length;
}

/** What to say of an end tag that closes nothing. */
export function unopenedTag(
  source: string,
  tag: string,
  at: number,
): { written: string; meant?: string } {
  const written = /^<\/[^<>]*>/.exec(source.slice(at, at + FAR))?.[0] ?? `</${tag}>`;
  const name = tag.toLowerCase();
  return VOID_ELEMENTS.has(name) && isAllowedElement(name)
    ? { written, meant: `<${name} />` }
    : { written };
}

/**
 * End tags that cross: the one that stands at `at`, and the one that should; `late` is the offset of the latter where it
 * comes too late. `undefined` where it is not there at all.
 */
export function orderOfEnds(
  source: string,
  { tag, expected, at, opening }: { tag: string; expected: string; at: number; opening: number },
): { details: CrossedDetails; late?: number } | undefined {
  const name = expected.toLowerCase();
  if (VOID_ELEMENTS.has(name) && findComponent(expected) === undefined) return undefined;
  if (!isKnown(expected) && knownName(expected) === undefined) return undefined;
  if (findComponent(expected)?.children === "none") return undefined;
  const crossed = { tag, expected, openedOn: lineOf(source, opening) };
  const isOpen = countOf(source.slice(0, opening), tag) > 0;
  if (!isOpen) {
    const isNear = tag.toLowerCase() === name || nearestName(tag, [expected]) !== undefined;
    const isEndOfOther = /^(?:a|b|i|u|s|em|strong|del|ins|h[1-6]|div|span|p)$/i.test(tag);
    return isNear || isEndOfOther || !isKnown(tag)
      ? { details: { kind: "name", ...crossed } }
      : undefined;
  }
  const behind = source.indexOf(`</${expected}>`, at);
  const end = source.indexOf("\n\n", at);
  const isBehind =
    behind !== -1 && (findComponent(expected) !== undefined || end === -1 || behind < end);
  return isBehind
    ? {
        details: { kind: "order", ...crossed, closedOn: lineOf(source, behind) },
        late: behind,
      }
    : { details: { kind: "order", ...crossed } };
}

/** How many more start tags than end tags of a name a text has. */
function countOf(text: string, name: string): number {
  const pattern = new RegExp(`<(/?)${literalPattern(name)}(?=[\\s/>])[^<>]*>`, "g");
  let count = 0;
  for (const [tag, slash] of text.matchAll(pattern))
    count += slash === "/" ? -1 : tag.endsWith("/>") ? 0 : 1;
  return count;
}

/** The two tags of an element that stand in two blocks: on lines of their own they hold what is between them. */
export function spreadTags(
  source: string,
  tag: string,
  from: number,
  at: number,
): { details: CrossedDetails; edit?: WrittenAnew } {
  const openedOn = lineOf(source, from);
  const start = writtenTag(source, from)?.source ?? `<${tag}>`;
  const end = source.indexOf(`</${tag}`, from + start.length);
  const details = { kind: "blocks", tag, openedOn } as const;
  if (end === -1 || end < at - FAR) return { details };
  const meant = linesBetween(source, from, from + start.length, end, tag);
  return meant === undefined
    ? { details }
    : { details: { ...details, meant }, edit: writtenAnew(from, end, tag, meant) };
}

/** What to say of a tag at `at` that cannot be read; how much of the source is written in another way then, and how much is told of by it. */
export function malformedTag(
  source: string,
  at: number,
  begins: string,
): { details: MalformedDetails; length: number; masked: number } {
  if (begins.startsWith("</")) {
    const [whole = begins] = /^<\/[^<>\n]*>/.exec(source.slice(at, at + FAR)) ?? [];
    return { details: { kind: "end", meant: `${begins}>` }, length: whole.length, masked: 1 };
  }
  const read = writtenTag(source, at);
  const known = read === undefined ? undefined : knownName(read.name);
  const isTag =
    read !== undefined &&
    known !== undefined &&
    (read.isClosed || read.attributes.some(({ value, written }) => value ?? written));
  if (!isTag) {
    const shown = begins.replace(/(?<!\.)\.+$/, "");
    return {
      details: { kind: "text", begins: shown, meant: `\\${shown}` },
      length: shown.length,
      masked: 1,
    };
  }
  return {
    details: {
      kind: "tag",
      begins,
      why: read.fault ?? { kind: "unfinished" },
      meant: tagToType(read, { name: known }),
    },
    length: read.source.trimEnd().length,
    masked: read.isClosed ? read.source.length : 1,
  };
}

function lineOf(source: string, offset: number): number {
  return source.slice(0, offset).split(/\r\n|\n|\r/).length;
}
