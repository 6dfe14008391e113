import { rule as unreadable } from "../checks/body/unreadable.ts";
import { rule as angle } from "../checks/mdx/angle.ts";
import { rule as autolink } from "../checks/mdx/autolink.ts";
import { rule as brace } from "../checks/mdx/brace.ts";
import type { Details as BraceDetails } from "../checks/mdx/brace.ts";
import { rule as comment } from "../checks/mdx/comment.ts";
import { rule as crossed } from "../checks/mdx/tag-crossed.ts";
import { rule as malformed } from "../checks/mdx/tag-malformed.ts";
import { rule as unclosed } from "../checks/mdx/tag-unclosed.ts";
import { rule as unopened } from "../checks/mdx/tag-unopened.ts";
import type { SourceLocation } from "../domain/source-location.ts";
import type { BodyDiagnostic } from "./body.ts";
import { shortcodes } from "./checks/shortcodes.ts";
import { malformedTag, orderOfEnds, spreadTags, unclosedTag, unopenedTag } from "./mended-tags.ts";
import type { WrittenAnew } from "./lines-between.ts";

/** A fault the parser met: where it stands, what to tell the author, and what to mask to find the next. */
export interface MdxFault {
  /** What to tell, given the place. */
  diagnostic: (location: SourceLocation) => BodyDiagnostic;
  /** Offset of what the author is to write something else for, and how much that is. */
  at: number;
  length: number;
  /** Stretches of the source to blank out, as offsets from and to. */
  mask: [number, number][];
  /** Names of tags whose other half will be missed once this is masked. */
  orphans: string[];
  /** What takes the place of several lines, where that alone is the remedy; offsets from and to. */
  edit?: WrittenAnew | undefined;
  /** Name of the tag whose other half it misses. */
  half?: string;
}

/** The parser's report, taken apart. */
export interface ParserReport {
  text: string;
  /** Offset the parser names. */
  at: number;
  /** Offset of the opening tag it refers to, when it does. */
  opening: number | undefined;
}

/**
 * Says in the author's terms what the parser found wrong in `source`, an MDX file. `written` is the same as its author wrote
 * it, where faults that were found before are masked in the former.
 */
export function explainFault(source: string, report: ParserReport, written = source): MdxFault {
  const { text, at, opening } = report;
  const tag = /`<\/?([^`>\s]*)>?`/.exec(text)?.[1] ?? "";
  if (text.startsWith("Unexpected closing tag") && opening !== undefined) {
    const expected = /closing tag for `<([^`>]*)>`/.exec(text)?.[1] ?? "";
    const found = orderOfEnds(written, { tag, expected, at, opening });
    if (found === undefined) return unclosedFault(written, expected, opening);
    const { details, late } = found;
    return {
      diagnostic: (location) => crossed.inBody(location, "mdx", details),
      at,
      length: tag.length + 3,
      mask: [
        [at, at + 1],
        [opening, opening + 1],
        ...(late === undefined ? [] : [[late, late + 1] satisfies [number, number]]),
      ],
      orphans: late === undefined ? [tag, expected] : [tag],
    };
  }
  if (text.startsWith("Unexpected closing tag")) {
    return {
      diagnostic: (location) => unopened.inBody(location, "mdx", unopenedTag(written, tag, at)),
      at,
      length: tag.length + 3,
      mask: [[at, at + 1]],
      orphans: [],
      half: tag,
    };
  }
  if (text.startsWith("Expected a closing tag")) return unclosedFault(written, tag, opening ?? at);
  if (text.startsWith("Expected the closing tag")) {
    const from = opening ?? at;
    const { details, edit } = spreadTags(written, tag, from, at);
    return {
      diagnostic: (location) => crossed.inBody(location, "mdx", details),
      edit,
      at,
      length: tag.length + 3,
      mask: [
        [at, at + 1],
        [from, from + 1],
      ],
      orphans: [tag],
    };
  }
  if (text.includes("closing brace for `{`") || text.includes("Could not parse expression")) {
    return braceFault(source, at, text.includes("closing brace"));
  }
  const bracket = source.charAt(at) === "<" ? at : source.lastIndexOf("<", at);
  return bracket === -1 ? unknownFault(text, at) : angleFault(written, bracket);
}

/** A tag that is not closed in its block; as one that has no end tag need not be in HTML. */
function unclosedFault(source: string, tag: string, at: number): MdxFault {
  const { details, before = 0, length, edit } = unclosedTag(source, tag, at);
  return {
    edit,
    diagnostic: (location) => unclosed.inBody(location, "mdx", details),
    at: at - before,
    length,
    mask: [[at, at + 1]],
    orphans: [tag],
    half: tag,
  };
}

function braceFault(source: string, at: number, isUnclosed: boolean): MdxFault {
  const opening = source.charAt(at) === "{" && isUnclosed ? at : enclosingBrace(source, at);
  const from = source.charAt(opening - 1) === "{" ? opening - 1 : opening;
  const line = /^.*/.exec(source.slice(from, from + LONGEST_SHORTCODE))?.[0] ?? "";
  const shortcode = shortcodes(line, { format: "mdx", source }).find(({ index }) => index === 0);
  if (shortcode !== undefined) {
    const { length } = shortcode;
    return {
      diagnostic: (location) => brace.inBody(location, "mdx", { kind: "shortcode", shortcode }),
      at: from,
      length,
      mask: [[from, from + length]],
      orphans: [],
    };
  }
  const { details, at: told = opening, length } = explainBrace(source, opening, isUnclosed);
  return {
    diagnostic: (location) => brace.inBody(location, "mdx", details),
    at: told,
    length,
    mask: [[opening, opening + 1]],
    orphans: [],
  };
}

/** Longest shortcode whose end is looked for, in UTF-16 units. */
const LONGEST_SHORTCODE = 300;

/** What braces were meant as, where other programs have them, and how much of the source is written in another way then. */
function explainBrace(
  source: string,
  at: number,
  isUnclosed: boolean,
): { details: BraceDetails; at?: number; length: number } {
  const line = /^.*/.exec(source.slice(at, at + LONGEST_SHORTCODE))?.[0] ?? "";
  const before = source.slice(source.lastIndexOf("\n", at) + 1, at);
  const id = /^\{[ \t]*#([\w:-]+)(?![\w:-])[^{}]*\}/.exec(line)?.[1];
  const level = /^[ \t]{0,3}(#{1,6})[ \t]/.exec(before)?.[1]?.length;
  if (id !== undefined && level !== undefined) {
    const words = before.trim().slice(level).trim();
    const meant = `<h${level} id="${id}">${words}</h${level}>`;
    const length = before.length + line.length;
    return { details: { kind: "heading-id", meant }, at: at - before.length, length };
  }
  const kramdown = /^\{:[^{}]*\}?/.exec(line)?.[0];
  if (kramdown !== undefined)
    return { details: { kind: "kramdown", written: kramdown }, length: kramdown.length };
  if (isUnclosed) {
    const words = /^\{\/\*(.*)$/
      .exec(line)?.[1]
      ?.trimEnd()
      .replace(/\}$/, "")
      .trimEnd()
      .replace(/\*\/?$|\/$/, "");
    if (words !== undefined && words.trim() !== "")
      return { details: { kind: "comment", words: words.trim() }, length: line.length };
    const written = /^\{+\s*[^\s{}]*/.exec(line)?.[0].trimEnd() ?? "{";
    return { details: { kind: "unclosed", written }, length: written.length };
  }
  const [note = "", marked = ""] = /^\{\s*[*#]([^}]*)\}/.exec(line) ?? [];
  const noted = marked.trim().replace(/[*#]$/, "").trim();
  if (noted !== "") return { details: { kind: "comment", words: noted }, length: note.length };
  const written = source.slice(at, closingBrace(source, at));
  return { details: { kind: "unread", written }, length: written.length };
}

/** Offset behind the brace that closes the one at `at`; behind that one where none does. */
function closingBrace(source: string, at: number): number {
  let depth = 0;
  for (let offset = at; offset < Math.min(source.length, at + 1000); offset += 1) {
    const sign = source.charAt(offset);
    if (sign === "{") depth += 1;
    if (sign === "}") depth -= 1;
    if (depth === 0) return offset + 1;
  }
  return at + 1;
}

/** Offset of the brace that opens the expression around `at`. */
function enclosingBrace(source: string, at: number): number {
  let depth = 0;
  for (let offset = Math.min(at, source.length - 1); offset >= 0; offset -= 1) {
    const character = source.charAt(offset);
    if (character === "}" && offset < at) depth += 1;
    else if (character === "{") {
      if (depth === 0) return offset;
      depth -= 1;
    }
  }
  return Math.max(0, source.lastIndexOf("{", at));
}

/** So far a sign is looked behind for what it begins, in UTF-16 units. */
const FAR = 2000;

function angleFault(source: string, at: number): MdxFault {
  const rest = source.slice(at, at + FAR);
  const base = { at, mask: [[at, at + 1]] as [number, number][], orphans: [] as string[] };
  if (rest.startsWith("<!--")) {
    const end = source.indexOf("-->", at + 4);
    const stop = end === -1 ? source.length : end + 3;
    const words = source.slice(at + 4, end === -1 ? at + 4 : end).trim();
    const details = {
      isOfWord: /^\[if\s|^(?:Start|End)Fragment$/i.test(words),
      ...(end === -1 ? {} : { words }),
    };
    return {
      ...base,
      diagnostic: (location) => comment.inBody(location, "mdx", details),
      length: stop - at,
      mask: [[at, stop]],
    };
  }
  const found = /^<((?:[a-z][a-z0-9+.-]{1,31}:|www\.)[^\s<>]*|[^\s<>@]+@[^\s<>]+)>/i.exec(rest);
  if (found !== null) {
    const [whole, address = ""] = found;
    const isMail = !address.includes(":") && address.includes("@");
    return {
      ...base,
      diagnostic: (location) => autolink.inBody(location, "mdx", { address, isMail }),
      length: whole.length,
      mask: [[at, at + whole.length]],
    };
  }
  const tag = /^<\/?([A-Za-z][\w.-]*)/.exec(rest);
  if (tag !== null) {
    const [begins, name = ""] = tag;
    const { details, masked, length } = malformedTag(source, at, begins);
    return {
      ...base,
      diagnostic: (location) => malformed.inBody(location, "mdx", details),
      mask: [[at, at + masked]],
      length,
      orphans:
        details.kind === "tag" || source.includes(`</${name}`, at + begins.length) ? [name] : [],
    };
  }
  const written = /^<[^\s<>{}[\]()]{0,20}/.exec(rest)?.[0] ?? "<";
  return {
    ...base,
    diagnostic: (location) => angle.inBody(location, "mdx", { written }),
    length: written.length,
  };
}

function unknownFault(text: string, at: number): MdxFault {
  const reason = text.replace(/(?<!\s)\s*\(mdx[^()]*\)$/, "");
  return {
    diagnostic: (location) =>
      unreadable.inBody(location, "mdx", { is: "refused", reason, isHere: true }),
    at,
    length: 1,
    mask: [],
    orphans: [],
  };
}
