/** A piece of HTML as it is written. */
export interface HtmlPart {
  kind: "tag" | "text" | "comment";
  /** Of a tag: its name in lower case, and whether it is an end tag. */
  name: string;
  isEnd: boolean;
  start: number;
  end: number;
}

/** Elements whose content is not HTML. */
const RAW = new Set(["script", "style", "textarea"]);

/** Tags, comments and what is between them, in order and without gaps. Whatever is no tag is text. */
export function htmlParts(html: string): HtmlPart[] {
  const parts: HtmlPart[] = [];
  const endless = new Set<string>();
  let textStart = 0;
  const add = (part: HtmlPart): void => {
    if (part.start > textStart)
      parts.push({ kind: "text", name: "", isEnd: false, start: textStart, end: part.start });
    parts.push(part);
    textStart = part.end;
  };
  for (let at = html.indexOf("<"); at >= 0; at = html.indexOf("<", Math.max(at + 1, textStart))) {
    if (at < textStart) continue;
    if (html.startsWith("<!--", at)) {
      if (endless.has("!--")) continue;
      const end = html.indexOf("-->", at + 4);
      if (end < 0) endless.add("!--");
      else add({ kind: "comment", name: "", isEnd: false, start: at, end: end + 3 });
      continue;
    }
    NAME.lastIndex = at;
    const [, slash = "", written = ""] = NAME.exec(html) ?? [];
    const end = written === "" ? -1 : tagEnd(html, at + 1 + slash.length + written.length);
    if (end < 0) continue;
    const name = written.toLowerCase();
    add({ kind: "tag", name, isEnd: slash !== "", start: at, end });
    if (slash !== "" || !RAW.has(name) || endless.has(name)) continue;
    const close = closeOf(html, name, end);
    if (close < 0) endless.add(name);
    else if (close > end) {
      parts.push({ kind: "text", name: "", isEnd: false, start: end, end: close });
      textStart = close;
    }
  }
  if (textStart < html.length)
    parts.push({ kind: "text", name: "", isEnd: false, start: textStart, end: html.length });
  return parts;
}

const NAME = /<(\/?)([A-Za-z][A-Za-z0-9:-]{0,40})/y;
/** Longest tag, with what is in its values. */
const LONGEST_TAG = 1_000_000;

/** Where a tag ends whose attributes begin at `from`; -1 where it never does. */
function tagEnd(html: string, from: number): number {
  const limit = Math.min(html.length, from + LONGEST_TAG);
  let quote = "";
  for (let at = from; at < limit; at += 1) {
    const sign = html[at] ?? "";
    if (quote !== "") {
      if (sign === quote) quote = "";
    } else if (sign === ">") return at + 1;
    else if (sign === "<") return -1;
    else if ((sign === '"' || sign === "'") && html[at - 1] === "=") quote = sign;
  }
  return -1;
}

function closeOf(html: string, name: string, from: number): number {
  const close = new RegExp(`</${name}`, "gi");
  close.lastIndex = from;
  return close.exec(html)?.index ?? -1;
}

/**
 * Tells whether nothing at a position of `html` is a shortcode or an address of its own: in tags, in comments, and in code.
 * To be asked from the beginning to the end.
 */
export function literalPositions(html: string): (position: number) => boolean {
  const ranges = literalRanges(htmlParts(html));
  let next = 0;
  return (position) => {
    while (next < ranges.length && (ranges[next]?.[1] ?? 0) <= position) next += 1;
    return (ranges[next]?.[0] ?? Infinity) <= position;
  };
}

function literalRanges(parts: readonly HtmlPart[]): [number, number][] {
  const ranges: [number, number][] = [];
  let depth = 0;
  let start = 0;
  for (const part of parts) {
    const isLiteral = part.kind === "tag" && LITERAL.has(part.name);
    if (isLiteral && !part.isEnd && depth++ === 0) start = part.start;
    if (isLiteral && part.isEnd && depth > 0) {
      depth -= 1;
      if (depth === 0) ranges.push([start, part.end]);
      continue;
    }
    if (depth === 0 && part.kind !== "text") ranges.push([part.start, part.end]);
  }
  // What is never closed is not taken for code.
  if (depth > 0)
    for (const { kind, ...part } of parts)
      if (part.start >= start && kind !== "text") ranges.push([part.start, part.end]);
  return ranges;
}

const LITERAL = new Set(["pre", "code", "script", "style", "textarea"]);

/** Attributes of a tag as written, by their names in lower case; values are plain text. */
export function tagAttributes(tag: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, name = "", , double, single, bare] of tag.matchAll(ATTRIBUTE))
    if (!found.has(name.toLowerCase()))
      found.set(name.toLowerCase(), unescaped(double ?? single ?? bare ?? ""));
  return found;
}

const ATTRIBUTE = /(?<=[\s"'])([A-Za-z][\w:-]{0,60})(=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

function unescaped(value: string): string {
  return value
    .replaceAll("&quot;", '"')
    .replace(/&#0?39;|&apos;/g, "'")
    .replace(/&#0?38;|&#x26;/gi, "&")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}
