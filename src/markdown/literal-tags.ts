import type { Root } from "hast";
import { rule } from "../checks/html/as-text.ts";
import type { Details, Taken } from "../checks/html/as-text.ts";
import { addressKind } from "./addresses.ts";
import type { BodyDiagnostic } from "./body.ts";
import { COMPONENTS } from "./components/registry.ts";
import { isAllowedElement, isHtmlElement, removalOf } from "./html-allowed.ts";
import type { Mark, MarkedSource } from "./marked-source.ts";
import type { Locator } from "./node-location.ts";
import { rawTags } from "./raw-tags.ts";
import type { RawTag } from "./raw-tags.ts";
import { isMention, pairTags, VOID_ELEMENTS } from "./tag-pairs.ts";
import { stringProperty, walk } from "./tree.ts";
import { wordOffsets } from "./words.ts";

/** Elements whose end tag may be left out (HTML, section 13.1.2.4), with those that they stand in; `p` stands anywhere. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  caption: ["table"],
  col: ["table"],
  colgroup: ["table"],
  dd: ["dl"],
  dt: ["dl"],
  li: ["ul", "ol", "menu", "dir"],
  optgroup: ["select", "datalist"],
  option: ["select", "datalist"],
  rp: ["ruby"],
  rt: ["ruby"],
  tbody: ["table"],
  td: ["table"],
  tfoot: ["table"],
  th: ["table"],
  thead: ["table"],
  tr: ["table"],
};

const WHOLES = new Set(Object.values(PARTS).flat());

/** Elements without an end tag that say something by themselves. */
const SAY_SOMETHING = new Set(["br", "hr", "wbr", "basefont"]);

/** Elements whose tags Markdown takes everything up to their end for, empty lines too (CommonMark, section 4.6). */
const TAKES_ALL = /^<(?:pre|script|style|textarea)(?=[\s>]|$)/i;

/** Whether an end tag may be left out where the element stands. */
export function mayLackEnd(name: string): boolean {
  return name === "p" || Object.hasOwn(PARTS, name);
}

/** Why what looks like a tag is text. */
type Reason =
  | "component"
  | "empty"
  | "endless"
  | "instruction"
  | "misplaced"
  | "rule"
  | "unclosed"
  | "unknown"
  | "unopened";

/**
 * Finds what cannot be meant as HTML: words in angle brackets that no element is called, tags that are never closed or
 * were never opened, parts without their whole, what does not end. As HTML they would vanish, or take what follows with
 * them; each is marked as text and reported.
 */
export function literalTags(
  source: string,
  locator: Locator,
  report: (diagnostic: BodyDiagnostic) => void,
): (tree: Root, marked: MarkedSource) => Mark[] {
  let words: number[] | undefined;
  /** Components of which a start tag was told. */
  const told = new Set<string | undefined>();
  const wordsAfter = (offset: number): number => {
    words ??= wordOffsets(source);
    return words.length - firstAtLeast(words, offset);
  };
  return (tree, marked) => {
    const marks: Mark[] = [];
    const mark = (offset: number, length: number, details: Details): void => {
      marks.push({ at: offset, kind: "text" });
      report(rule.inBody(locator.placeAt(offset, length), "md", details));
    };
    for (const { start, end } of unknownAddresses(tree, marked)) {
      mark(start, end - start, { kind: "address", written: source.slice(start, end) });
    }
    for (const { tag, reason } of judgeTags(rawTags(tree, marked), source)) {
      const { offset, at, end } = tag;
      if (reason === undefined || offset === undefined) continue;
      if (reason === "component") {
        const name = componentNamed(tag);
        if (tag.kind === "end" && told.has(name)) {
          marks.push({ at: offset, kind: "text" });
          continue;
        }
        told.add(name);
      }
      const written = tag.node.value.slice(at, tag.isClosed ? end : at + FEW);
      const length = tag.isClosed && !written.includes("\n") ? end - at : 1;
      const details = detailsOf(tag, reason, written, wordsAfter(offset + length));
      mark(offset, lengthTold(details, written) ?? length, details);
    }
    return marks;
  };
}

/** A tag, and what it is. */
export interface JudgedTag {
  tag: RawTag;
  /** Its other half. */
  other?: RawTag | undefined;
  /** Why it is text; absent where it is HTML. */
  reason?: Reason | undefined;
  /** Whether it is a part of a drawing or formula, whose elements have names of their own. */
  isDrawn: boolean;
}

/** What each of the tags of a text is, in order. */
export function judgeTags(tags: readonly RawTag[], source: string): JudgedTag[] {
  const pairs = pairTags(tags, source);
  const lastCommentEnd = source.lastIndexOf("-->");
  /** How many of each element that has parts are open. */
  const open = new Map<string, number>();
  const isOpen = (name: string): boolean => (open.get(name) ?? 0) > 0;
  let drawing: RawTag | undefined;
  return tags.map((tag) => {
    const other = pairs.get(tag);
    if (drawing !== undefined) {
      if (tag === drawing) drawing = undefined;
      return { tag, other, isDrawn: true };
    }
    // A comment may end in another paragraph.
    if (tag.kind === "comment" && (tag.offset ?? 0) < lastCommentEnd)
      return { tag, isDrawn: false };
    const reason = whyText(tag, other, source, isOpen);
    if (reason === undefined && tag.kind === "start") {
      if (tag.name === "svg" || tag.name === "math") drawing = other;
    }
    if (
      reason === undefined &&
      WHOLES.has(tag.name) &&
      (tag.kind === "start" || other !== undefined)
    )
      open.set(tag.name, (open.get(tag.name) ?? 0) + (tag.kind === "start" ? 1 : -1));
    return { tag, other, reason, isDrawn: false };
  });
}

function whyText(
  tag: RawTag,
  other: RawTag | undefined,
  source: string,
  isOpen: (name: string) => boolean,
): Reason | undefined {
  const { kind, name, isFlow, isClosed, hasAttributes } = tag;
  if (!isClosed) return "endless";
  switch (kind) {
    case "comment":
      return undefined;
    case "instruction":
    case "declaration":
      return isInstruction(tag) ? "instruction" : undefined;
    case "end":
      if (other !== undefined) return undefined;
      if (componentNamed(tag) !== undefined) return "component";
      if (!isHtmlElement(name)) return "unknown";
      return isMention(tag, source) ? "unopened" : undefined;
    case "start":
      break;
  }
  if (componentNamed(tag) !== undefined && other === undefined) return "component";
  if (!isHtmlElement(name)) {
    // Names with a colon or a hyphen are those of other programs, if there is more to say so.
    const isMarkup = hasAttributes || (other !== undefined && /[:-]/.test(name));
    if (isMarkup) return undefined;
    return componentNamed(tag) === undefined ? "unknown" : "component";
  }
  const wholes = Object.hasOwn(PARTS, name) ? PARTS[name] : undefined;
  if (wholes?.some(isOpen) === true) return undefined;
  if (other !== undefined) return undefined;
  if (wholes !== undefined) return hasAttributes || isFlow ? undefined : "misplaced";
  if (name === "hr" && isMention(tag, source)) return "rule";
  if (VOID_ELEMENTS.has(name))
    return hasAttributes || SAY_SOMETHING.has(name) ? undefined : "empty";
  if (name === "p") return !isFlow && isMentionOfParagraph(tag, source) ? "unclosed" : undefined;
  if (removalOf(name) === "drop" || (isFlow && TAKES_ALL.test(tag.node.value))) return "unclosed";
  if (hasAttributes) return undefined;
  const isMeant = isAllowedElement(name) || removalOf(name) === "unwrap-quietly";
  return isMeant && (isFlow || tag.isSelfClosing) ? undefined : "unclosed";
}

/**
 * A document's type and what word processors leave are no text; other instructions, such as those of PHP, and
 * declarations in running text were never HTML.
 */
function isInstruction({ node, at, isFlow }: RawTag): boolean {
  const markup = node.value.slice(at, at + 12).toLowerCase();
  if (markup.startsWith("<![cdata[")) return true;
  return !isFlow
    ? !markup.startsWith("<?xml:")
    : markup.startsWith("<?") && !markup.startsWith("<?xml");
}

/** The component of `.mdx` that a tag names, as it is written: `<Figure>` is one, `<figure>` and `<FIGURE>` are not. */
export function componentNamed({ node, at }: RawTag): string | undefined {
  const name = /^<\/?([A-Z]\w*)/.exec(node.value.slice(at, at + 40))?.[1];
  return COMPONENTS.find((component) => component.name === name)?.name;
}

/** Whether a paragraph's tag stands within a sentence: `<p>` parts texts, and no sentence has its end there. */
function isMentionOfParagraph({ offset = 0, at, end }: RawTag, source: string): boolean {
  const after = offset + end - at;
  return (
    /[\p{L}\p{N},]\s?$/u.test(source.slice(Math.max(0, offset - 3), offset)) &&
    /^\s?\p{Ll}/u.test(source.slice(after, after + 3))
  );
}

/** Addresses in angle brackets that lead nowhere: `<std::string>` and the like. */
function unknownAddresses(tree: Root, marked: MarkedSource): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  walk(tree, (node) => {
    if (node.type !== "element" || node.tagName !== "a") return;
    const href = stringProperty(node, "href") ?? "";
    if (addressKind(href) !== "unknown-scheme" || href.includes("://")) return;
    const [start, end] = marked.rangeOf(node);
    if (marked.source.charAt(start) === "<") found.push({ start, end });
  });
  return found;
}

function detailsOf({ name }: RawTag, reason: Reason, written: string, words: number): Details {
  switch (reason) {
    case "component":
    case "empty":
    case "instruction":
    case "rule":
    case "unknown":
    case "unopened":
      return { kind: reason, written };
    case "misplaced":
      return { kind: "misplaced", written, whole: PARTS[name]?.[0] ?? "" };
    case "unclosed":
      return { kind: "unclosed", written, name, takes: taken(name, words) };
    case "endless":
      return endlessDetails(written, BEGINNING.exec(written)?.[0] ?? written, taken(name, words));
  }
}

/** So much is read of what does not end, in UTF-16 units. */
const FEW = 300;

/** What a tag, comment or instruction begins with. */
const BEGINNING = /^<(?:!--|[!?/]?[^\s/>]*)/;

/** A tag whose last value has an opening quotation mark alone, up to where it can only end. */
const WITHOUT_QUOTE =
  /^(<[a-z][\w-]*(?:\s+[\w:-]+(?:=(?:"[^"\n]*"|'[^'\n]*'|[^\s"'<>=]+))?)*\s+[\w:-]+=)(["'])([^"'<>\n]*)>/i;

/** What to say of a tag, comment or instruction that has no end, by the text that begins with it. */
export function endlessDetails(
  text: string,
  begins: string,
  takes: Taken = { words: 0, hides: false },
): Details {
  const [line = ""] = text.split(/[\r\n]/, 1);
  if (begins.startsWith("<!--")) {
    const words = line.slice(4).trim();
    return {
      kind: "endless",
      begins,
      takes,
      ...(words === "" ? {} : { meant: `<!-- ${words} -->` }),
    };
  }
  const [, start, quote, value] = WITHOUT_QUOTE.exec(line) ?? [];
  return {
    kind: "endless",
    begins,
    takes,
    ...(start === undefined
      ? {}
      : { meant: `${start}${quote ?? '"'}${value ?? ""}${quote ?? '"'}>` }),
  };
}

/** How much of a text that has no end is written in another way, where that is known. */
export function lengthTold(details: Details, text: string): number | undefined {
  const [line = ""] = text.split(/[\r\n]/, 1);
  if (details.kind !== "endless") return undefined;
  if (details.meant === undefined) return details.begins.length;
  return WITHOUT_QUOTE.exec(line)?.[0].length ?? line.length;
}

/** What a tag without an end would do to the text behind it. */
function taken(name: string, words: number): Taken {
  return { words: mayLackEnd(name) ? 0 : words, hides: !isAllowedElement(name) };
}

/** Index of the first number that is not smaller; the list is in order. */
function firstAtLeast(numbers: readonly number[], least: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
