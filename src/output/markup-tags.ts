/** A start tag of a text in HTML or XML. */
export interface Tag {
  /** In HTML in lower case. */
  name: string;
  /** By name in lower case, the first of a name counts; values as written, with their character references. */
  attributes: ReadonlyMap<string, string>;
  /** Where what follows the tag begins. */
  end: number;
}

/** What is looked for in a text. */
export interface TagVisitor {
  /** Whether the attributes of such a tag are wanted. */
  wants(name: string): boolean;
  onTag(tag: Tag): void;
  /** Is given what a `<style>` holds. */
  onStyle?(css: string): void;
}

/** Elements of HTML whose content is text, whatever it looks like (HTML, section 13.2.5.4 and 13.2.6.4). */
const TEXT_ONLY = new Set([
  "script",
  "style",
  "textarea",
  "title",
  "iframe",
  "noembed",
  "noframes",
  "xmp",
]);

/** Elements within which HTML is read by other rules: none of theirs holds mere text. */
const FOREIGN = new Set(["svg", "math"]);

/**
 * Finds the wanted start tags of an HTML text, each once and in order, as a browser's tokenizer would (HTML, section
 * 13.2.5): not those in comments, in scripts or in other text, and none that the text ends within. Takes time in
 * proportion to the text, whatever it holds.
 */
export function visitHtmlTags(html: string, visitor: TagVisitor): void {
  let foreign = 0;
  for (let at = html.indexOf("<"); at !== -1; at = html.indexOf("<", at)) {
    const sign = html.charCodeAt(at + 1);
    if (isLetter(sign)) {
      const nameEnd = endOfName(html, at + 1);
      const name = html.slice(at + 1, nameEnd).toLowerCase();
      const end = visitTag(html, nameEnd, name, visitor);
      if (end === undefined) return;
      at = end;
      if (FOREIGN.has(name) && html[end - 2] !== "/") foreign += 1;
      else if (foreign === 0 && TEXT_ONLY.has(name)) {
        at = endOfText(html, name, end);
        if (name === "style") visitor.onStyle?.(html.slice(end, at));
      }
    } else if (sign === SLASH && isLetter(html.charCodeAt(at + 2))) {
      const nameEnd = endOfName(html, at + 2);
      if (foreign > 0 && FOREIGN.has(html.slice(at + 2, nameEnd).toLowerCase())) foreign -= 1;
      const end = readAttributes(html, nameEnd, undefined);
      if (end === undefined) return;
      at = end;
    } else if (sign === BANG && html.startsWith("--", at + 2)) at = endOfComment(html, at + 4);
    else if (sign === BANG || sign === SLASH || sign === QUESTION) at = behind(html, ">", at + 2);
    else at += 1;
  }
}

/**
 * Finds the wanted start tags of an XML text, each once and in order: not those in comments, CDATA sections and
 * instructions. Takes time in proportion to the text, whatever it holds.
 */
export function visitXmlTags(xml: string, visitor: TagVisitor): void {
  for (let at = xml.indexOf("<"); at !== -1; at = xml.indexOf("<", at)) {
    const sign = xml.charCodeAt(at + 1);
    if (sign === SLASH) at = behind(xml, ">", at);
    else if (sign === QUESTION) at = behind(xml, "?>", at);
    else if (sign !== BANG) {
      const nameEnd = endOfName(xml, at + 1);
      const end = visitTag(xml, nameEnd, xml.slice(at + 1, nameEnd), visitor);
      if (end === undefined) return;
      at = end;
    } else if (xml.startsWith("--", at + 2)) at = behind(xml, "-->", at + 4);
    else if (xml.startsWith(CDATA, at)) at = behind(xml, "]]>", at);
    else at = behind(xml, ">", at);
  }
}

/** Where the text ends that begins at a place of an XML text: at the next tag, but for CDATA sections. */
export function endOfXmlText(xml: string, start: number): number {
  let at = xml.indexOf("<", start);
  while (at !== -1 && xml.startsWith(CDATA, at)) at = xml.indexOf("<", behind(xml, "]]>", at));
  return at === -1 ? xml.length : at;
}

/** What a text in XML says: without the marks of CDATA sections, and elsewhere with character references resolved. */
export function decodeXmlText(text: string): string {
  let plain = "";
  let at = 0;
  for (let mark = text.indexOf(CDATA); mark !== -1; mark = text.indexOf(CDATA, at)) {
    plain += decodeReferences(text.slice(at, mark));
    const end = text.indexOf("]]>", mark);
    const last = end === -1 ? text.length : end;
    plain += text.slice(mark + CDATA.length, last);
    at = last + "]]>".length;
  }
  return plain + decodeReferences(text.slice(at));
}

/** A text with the character references resolved that XML has, and numeric ones; others stay as they are. */
export function decodeReferences(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:amp|lt|gt|quot|apos|#x[\da-f]{1,6}|#\d{1,7});/gi, (reference) => {
    const named = NAMED.get(reference.toLowerCase());
    if (named !== undefined) return named;
    if (!reference.startsWith("&#")) return reference;
    const isHex = /^&#x/i.test(reference);
    const code = parseInt(reference.slice(isHex ? 3 : 2), isHex ? 16 : 10);
    return code <= 0x10ffff ? String.fromCodePoint(code) : "\ufffd";
  });
}

const NAMED = new Map([
  ["&amp;", "&"],
  ["&lt;", "<"],
  ["&gt;", ">"],
  ["&quot;", '"'],
  ["&apos;", "'"],
]);

const CDATA = "<![CDATA[";
const [BANG, SLASH, QUESTION, EQUALS, CLOSES] = [0x21, 0x2f, 0x3f, 0x3d, 0x3e];
const [DOUBLE_QUOTE, SINGLE_QUOTE] = [0x22, 0x27];

function visitTag(
  text: string,
  nameEnd: number,
  name: string,
  visitor: TagVisitor,
): number | undefined {
  if (!visitor.wants(name)) return readAttributes(text, nameEnd, undefined);
  const attributes = new Map<string, string>();
  const end = readAttributes(text, nameEnd, attributes);
  if (end !== undefined) visitor.onTag({ name, attributes, end });
  return end;
}

/** Where a tag ends, read from behind its name; undefined where the text ends first. */
function readAttributes(
  text: string,
  start: number,
  attributes: Map<string, string> | undefined,
): number | undefined {
  let at = start;
  for (;;) {
    let code = text.charCodeAt(at);
    while (isSpace(code) || code === SLASH) code = text.charCodeAt((at += 1));
    if (code === CLOSES) return at + 1;
    if (at >= text.length) return undefined;
    const from = at;
    // An equals sign may begin a name, but not stand in it.
    do code = text.charCodeAt((at += 1));
    while (at < text.length && !endsName(code) && code !== EQUALS);
    const to = at;
    while (isSpace(code)) code = text.charCodeAt((at += 1));
    let value = "";
    if (code === EQUALS) {
      code = text.charCodeAt((at += 1));
      while (isSpace(code)) code = text.charCodeAt((at += 1));
      let first = at;
      if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) {
        first += 1;
        const close = text.indexOf(code === DOUBLE_QUOTE ? '"' : "'", first);
        if (close === -1) return undefined;
        if (attributes !== undefined) value = text.slice(first, close);
        at = close + 1;
      } else {
        while (at < text.length && !isSpace(code) && code !== CLOSES)
          code = text.charCodeAt((at += 1));
        if (attributes !== undefined) value = text.slice(first, at);
      }
    }
    if (attributes === undefined) continue;
    const name = text.slice(from, to).toLowerCase();
    if (!attributes.has(name)) attributes.set(name, value);
  }
}

/** Where the text of an element ends: at its end tag, or with the whole text. */
function endOfText(html: string, name: string, start: number): number {
  for (let at = html.indexOf("</", start); at !== -1; at = html.indexOf("</", at + 2)) {
    const end = at + 2 + name.length;
    const next = html.charCodeAt(end);
    if (!endsName(next)) continue;
    if (html.slice(at + 2, end).toLowerCase() === name) return at;
  }
  return html.length;
}

/** Behind a comment of HTML, which `--!>` ends too, and an empty one may end at once. */
function endOfComment(html: string, start: number): number {
  if (html.startsWith(">", start)) return start + 1;
  if (html.startsWith("->", start)) return start + 2;
  for (let at = html.indexOf("--", start); at !== -1; at = html.indexOf("--", at + 1)) {
    if (html.startsWith(">", at + 2)) return at + 3;
    if (html.startsWith("!>", at + 2)) return at + 4;
  }
  return html.length;
}

function endOfName(text: string, start: number): number {
  let at = start;
  while (at < text.length && !endsName(text.charCodeAt(at))) at += 1;
  return at;
}

function endsName(code: number): boolean {
  return isSpace(code) || code === SLASH || code === CLOSES;
}

function behind(text: string, mark: string, start: number): number {
  const at = text.indexOf(mark, start);
  return at === -1 ? text.length : at + mark.length;
}

function isLetter(code: number): boolean {
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x09 || code === 0x0c || code === 0x0d;
}
