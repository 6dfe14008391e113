/** One piece of markup in HTML, as the standard's tokenizer parts it (HTML, section 13.2.5). */
export interface HtmlToken {
  kind: "start" | "end" | "comment" | "declaration" | "instruction";
  /** Name of a tag in lower case; empty for the others. */
  name: string;
  /** From where to where it stands; what does not end reaches to the end of the HTML. */
  at: number;
  end: number;
  isClosed: boolean;
  /** Whether a tag has an attribute of HTML: one with a value, or one that needs none. Words between the brackets are none. */
  hasAttributes: boolean;
  /** From where to where values stand that have no quotation marks. */
  unquoted: [from: number, to: number][];
  /** Whether a tag ends in `/>`. */
  isSelfClosing: boolean;
}

/** So often is HTML read again behind a tag that does not end; of all others behind it nothing is believed then. */
const MOST_UNCLOSED = 20;

/**
 * The markup of a stretch of HTML, in order. Behind a tag or comment that does not end, the rest is read as if it were
 * text; within `script` and `style` nothing is markup.
 */
export function htmlTokens(html: string): HtmlToken[] {
  const tokens: HtmlToken[] = [];
  const rawTexts = new RawTexts(html);
  let unclosed = 0;
  let at = html.indexOf("<");
  while (at !== -1) {
    const token = tokenAt(html, at, unclosed >= MOST_UNCLOSED);
    let next = at + 1;
    if (token !== undefined) {
      tokens.push(token);
      if (!token.isClosed) unclosed += 1;
      else next = token.kind === "start" ? rawTexts.endOf(token) : token.end;
    }
    at = html.indexOf("<", next);
  }
  return tokens;
}

/** The markup that a stretch of HTML begins with, if it begins with any. */
export function firstToken(html: string): HtmlToken | undefined {
  return html.startsWith("<") ? tokenAt(html, 0, false) : undefined;
}

function tokenAt(html: string, at: number, isHopeless: boolean): HtmlToken | undefined {
  const next = html.charAt(at + 1);
  if (next === "!") {
    if (!html.startsWith("<!--", at)) return bounded(html, at, "declaration", ">", isHopeless);
    return bounded(html, at, "comment", "-->", isHopeless, html.startsWith("<!-->", at) ? 2 : 4);
  }
  if (next === "?") return bounded(html, at, "instruction", ">", isHopeless);
  return /[a-z]/i.test(html.charAt(at + (next === "/" ? 2 : 1)))
    ? tagAt(html, at, isHopeless)
    : undefined;
}

function bounded(
  html: string,
  at: number,
  kind: HtmlToken["kind"],
  closing: string,
  isHopeless: boolean,
  opening = 2,
): HtmlToken {
  const found = isHopeless ? -1 : html.indexOf(closing, at + opening);
  return {
    kind,
    name: "",
    at,
    end: found === -1 ? html.length : found + closing.length,
    isClosed: found !== -1,
    hasAttributes: false,
    unquoted: [],
    isSelfClosing: false,
  };
}

const NAME = /<\/?([^\s/>]+)/y;
const GAP = /[\s/]*/y;
const ATTRIBUTE = /[^\s/>][^\s/>=]*/y;
const VALUE = /\s*=\s*(?:"[^"]*"|'[^']*'|(?<bare>[^\s"'>][^\s>]*)|(?=>))/y;
const EQUALS = /\s*=/y;

/** Attributes that are written without a value (HTML, index of attributes), the old ones too. */
const SWITCHES =
  /^(?:allowfullscreen|async|autofocus|autoplay|checked|compact|controls|default|defer|disabled|hidden|ismap|loop|multiple|muted|noshade|novalidate|nowrap|open|playsinline|readonly|required|reversed|selected)$/i;

function tagAt(html: string, at: number, isHopeless: boolean): HtmlToken {
  NAME.lastIndex = at;
  const name = NAME.exec(html)?.[1] ?? "";
  const token: HtmlToken = {
    kind: html.charAt(at + 1) === "/" ? "end" : "start",
    name: name.toLowerCase(),
    at,
    end: html.length,
    isClosed: false,
    hasAttributes: false,
    unquoted: [],
    isSelfClosing: false,
  };
  if (isHopeless) return token;
  let position = NAME.lastIndex;
  while (position < html.length) {
    const gap = matchAt(GAP, html, position) ?? "";
    position += gap.length;
    if (html.charAt(position) === ">")
      return { ...token, end: position + 1, isClosed: true, isSelfClosing: gap.endsWith("/") };
    const attribute = matchAt(ATTRIBUTE, html, position);
    if (attribute === undefined) return token;
    position += attribute.length;
    if (SWITCHES.test(attribute)) token.hasAttributes = true;
    VALUE.lastIndex = position;
    const value = VALUE.exec(html);
    // A quotation that does not end takes the rest with it.
    if (value === null && matchAt(EQUALS, html, position) !== undefined) return token;
    if (value === null) continue;
    token.hasAttributes = true;
    position = VALUE.lastIndex;
    const bare = value.groups?.["bare"]?.replace(/^=+/, "") ?? "";
    if (bare !== "" && !/["']/.test(bare)) token.unquoted.push([position - bare.length, position]);
  }
  return token;
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

/** Ends of programs and style sheets, by the name of the element. */
const RAW_TEXT_ENDS: Readonly<Record<string, RegExp>> = {
  script: /<\/script/gi,
  style: /<\/style/gi,
};

/** Programs and style sheets in a stretch of HTML. */
class RawTexts {
  readonly #html: string;
  /** Names of those that have no end tag any more. */
  readonly #endless = new Set<string>();

  constructor(html: string) {
    this.#html = html;
  }

  /** Where markup goes on behind a start tag: not before the end tag of a program or a style sheet. */
  endOf({ name, end }: HtmlToken): number {
    const pattern = Object.hasOwn(RAW_TEXT_ENDS, name) ? RAW_TEXT_ENDS[name] : undefined;
    if (pattern === undefined || this.#endless.has(name)) return end;
    pattern.lastIndex = end;
    const found = pattern.exec(this.#html);
    if (found !== null) return found.index;
    this.#endless.add(name);
    return end;
  }
}
