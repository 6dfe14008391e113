import type { BodyProblem } from "./body.ts";
import { explainShortcode, shortcodes } from "./checks/shortcodes.ts";
import { COMPONENTS } from "./components/registry.ts";
import { isAllowedElement } from "./html-allowed.ts";
import type { ProblemCode } from "./problem-codes.ts";
import { VOID_ELEMENTS } from "./tag-pairs.ts";

/** A fault the parser met: where it stands, what to tell the author, and what to mask to find the next. */
export interface MdxFault {
  code: ProblemCode;
  message: string;
  fix: string;
  /** Offset the author should look at. */
  at: number;
  length: number;
  /** Stretches of the source to blank out, as offsets from and to. */
  mask: [number, number][];
  /** Names of tags whose other half will be missed once this is masked. */
  orphans: string[];
}

/** A problem made of a fault and its place. */
export function faultProblem(
  fault: MdxFault,
  place: { line: number; column: number; length?: number },
): BodyProblem {
  return { ...place, code: fault.code, severity: "error", message: fault.message, fix: fault.fix };
}

/** The parser's report, taken apart. */
export interface ParserReport {
  text: string;
  /** Offset the parser names. */
  at: number;
  /** Offset of the opening tag it refers to, when it does. */
  opening: number | undefined;
}

/** Says in the author's terms what the parser found wrong in `source`, an MDX file. */
export function explainFault(source: string, report: ParserReport): MdxFault {
  const { text, at, opening } = report;
  const tag = /`<\/?([^`>\s]*)>?`/.exec(text)?.[1] ?? "";
  if (text.startsWith("Unexpected closing tag") && opening !== undefined) {
    const expected = /closing tag for `<([^`>]*)>`/.exec(text)?.[1] ?? "";
    if (VOID_ELEMENTS.has(expected.toLowerCase())) return unclosedTag(expected, opening);
    return {
      code: "mdx/tag-crossed",
      message: `\`</${tag}>\` stands where \`</${expected}>\` should: the tag opened last is closed first.`,
      fix: `Write \`</${expected}>\` here, or close \`<${expected}>\` before.`,
      at,
      length: tag.length + 3,
      mask: [
        [at, at + 1],
        [opening, opening + 1],
      ],
      orphans: [tag, expected],
    };
  }
  if (text.startsWith("Unexpected closing tag")) {
    return {
      code: "mdx/tag-unopened",
      message: `\`</${tag}>\` closes a tag that was never opened.`,
      fix: `Remove it, or open \`<${tag}>\` before.`,
      at,
      length: tag.length + 3,
      mask: [[at, at + 1]],
      orphans: [],
    };
  }
  if (text.startsWith("Expected a closing tag")) return unclosedTag(tag, opening ?? at);
  if (text.startsWith("Expected the closing tag")) {
    const from = opening ?? at;
    return {
      code: "mdx/tag-crossed",
      message: `\`</${tag}>\` stands in another paragraph, list item or quotation than its \`<${tag}>\`.`,
      fix: `Put \`<${tag}>\` and \`</${tag}>\` on lines of their own, with empty lines around what is between them.`,
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
  const angle = source.charAt(at) === "<" ? at : source.lastIndexOf("<", at);
  return angle === -1 ? unknownFault(text, at) : angleFault(source, angle);
}

/** A tag that is not closed in its block; as one that has no end tag need not be in HTML. */
function unclosedTag(tag: string, at: number): MdxFault {
  const name = tag.toLowerCase();
  const isKnown = isAllowedElement(tag) || COMPONENTS.some((component) => component.name === tag);
  const told: Pick<MdxFault, "message" | "fix"> = {
    message: `\`<${tag}>\` is not closed within the paragraph, list item or quotation it was opened in.`,
    fix: `Add \`</${tag}>\`, or write \`<${tag} />\` if nothing stands in it, or \`\\<\` if it is only text.`,
  };
  if (VOID_ELEMENTS.has(name)) {
    told.message = `\`<${tag}>\` is not closed. In .mdx every tag is, those without an end tag by a slash.`;
    told.fix = `Write \`<${name} />\`, or \`\\<\` if it is only text.`;
  } else if (!isKnown && isAllowedElement(name)) {
    told.fix = `Write \`<${name}>…</${name}>\`, in small letters, or \`\\<\` if it is only text.`;
  } else if (!isKnown) {
    told.fix = `Put it into backticks, or write \`\\<${tag}>\`: an article has no such element.`;
  }
  return {
    code: "mdx/tag-unclosed",
    ...told,
    at,
    length: tag.length + 1,
    mask: [[at, at + 1]],
    orphans: [tag],
  };
}

function braceFault(source: string, at: number, unclosed: boolean): MdxFault {
  const brace = source.charAt(at) === "{" && unclosed ? at : enclosingBrace(source, at);
  const from = source.charAt(brace - 1) === "{" ? brace - 1 : brace;
  const line = /^.*/.exec(source.slice(from, from + LONGEST_SHORTCODE))?.[0] ?? "";
  const shortcode = shortcodes(line).find(({ index }) => index === 0);
  if (shortcode !== undefined) {
    const { length } = shortcode;
    return {
      code: "mdx/brace",
      ...explainShortcode(line.slice(0, length), shortcode, "is no text in .mdx"),
      at: from,
      length,
      mask: [[from, from + length]],
      orphans: [],
    };
  }
  return {
    code: "mdx/brace",
    ...explainBrace(source, brace, unclosed),
    at: brace,
    length: 1,
    mask: [[brace, brace + 1]],
    orphans: [],
  };
}

/** Longest shortcode whose end is looked for, in UTF-16 units. */
const LONGEST_SHORTCODE = 300;

/** What braces were meant as, where other programs have them. */
function explainBrace(
  source: string,
  at: number,
  unclosed: boolean,
): Pick<MdxFault, "message" | "fix"> {
  const line = /^.*/.exec(source.slice(at, at + 300))?.[0] ?? "";
  const before = source.slice(source.lastIndexOf("\n", at) + 1, at);
  const id = /^\{[ \t]*#([\w:-]+)[^{}]*\}/.exec(line)?.[1];
  const level = /^[ \t]{0,3}(#{1,6})[ \t]/.exec(before)?.[1]?.length;
  if (id !== undefined && level !== undefined) {
    const words = before.trim().slice(level).trim();
    return {
      message:
        "The id of a heading is written in another way in .mdx, where a brace begins something that is not text.",
      fix: `Write \`<h${level} id="${id}">${shorten(words)}</h${level}>\`, or leave out the braces.`,
    };
  }
  if (/^\{:/.test(line)) {
    return {
      message:
        "This is an instruction to another program (kramdown). In .mdx a brace begins something that is not text.",
      fix: "Remove it.",
    };
  }
  return {
    message: unclosed
      ? "`{` is never closed. In .mdx a brace begins something that is not text."
      : "What stands in these braces is not text in .mdx, and cannot be read as anything else.",
    fix: "Write `\\{` for a brace that readers shall see, or put the text into backticks.",
  };
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

function angleFault(source: string, at: number): MdxFault {
  const rest = source.slice(at, at + 2000);
  const base = { at, mask: [[at, at + 1]] as [number, number][], orphans: [] as string[] };
  if (rest.startsWith("<!--")) {
    const end = source.indexOf("-->", at + 4);
    const stop = end === -1 ? source.length : end + 3;
    return {
      ...base,
      code: "mdx/comment",
      message: "`<!-- … -->` is a comment of HTML, which .mdx does not have.",
      fix: "Write `{/* … */}`.",
      length: 4,
      mask: [[at, stop]],
    };
  }
  const autolink = /^<((?:[a-z][a-z0-9+.-]{1,31}:|www\.)[^\s<>]*|[^\s<>@]+@[^\s<>]+)>/i.exec(rest);
  if (autolink !== null) {
    const address = autolink[1] ?? "";
    const mail = !address.includes(":") && address.includes("@");
    return {
      ...base,
      code: "mdx/autolink",
      message: `\`<${shorten(address)}>\` is a link in Markdown, but a broken tag in .mdx.`,
      fix: `Write \`[text](${mail ? "mailto:" : ""}${shorten(address)})\`.`,
      length: autolink[0].length,
      mask: [[at, at + autolink[0].length]],
    };
  }
  const tag = /^<\/?([A-Za-z][\w.-]*)/.exec(rest);
  if (tag !== null) {
    const name = tag[1] ?? "";
    return {
      ...base,
      code: "mdx/tag-malformed",
      message: `The tag that begins with \`${tag[0]}\` cannot be read: it is not finished, or an attribute has no quotation marks.`,
      fix: 'Write attributes as `name="value"` and end the tag with `>` or `/>`; write `\\<` if it is only text.',
      length: tag[0].length,
      orphans: rest.startsWith("</") ? [] : [name],
    };
  }
  return {
    ...base,
    code: "mdx/angle",
    message: "`<` begins a tag in .mdx, and what follows is none.",
    fix: "Write `\\<` or `&lt;`.",
    length: 1,
  };
}

function unknownFault(text: string, at: number): MdxFault {
  return {
    code: "body/unreadable",
    message: `The parser gave up here: ${text.replace(/\s*\(mdx[^)]*\)$/, "")}.`,
    fix: "Look for a brace, an angle bracket or a tag that is not meant as such, and write a backslash before it.",
    at,
    length: 1,
    mask: [],
    orphans: [],
  };
}

function shorten(address: string): string {
  return address.length > 60 ? `${address.slice(0, 59)}…` : address;
}
