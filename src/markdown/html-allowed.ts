/**
 * The HTML an article may hold, whatever wrote it: Markdown, raw HTML, or elements in MDX. Names of
 * attributes are given as written in HTML, with the property of the syntax tree they become.
 */

const GLOBAL = { id: "id", lang: "lang", dir: "dir", title: "title" } as const;

/** Attributes that belong to one element, by element; an element that is not a key here is not allowed. */
const ELEMENTS: Record<string, Record<string, string>> = {
  a: { href: "href", name: "name" },
  abbr: {},
  b: {},
  bdi: {},
  bdo: {},
  blockquote: { cite: "cite" },
  br: {},
  caption: {},
  cite: {},
  code: {},
  col: { span: "span" },
  colgroup: { span: "span" },
  dd: {},
  del: { cite: "cite", datetime: "dateTime" },
  details: { open: "open" },
  dfn: {},
  div: {},
  dl: {},
  dt: {},
  em: {},
  figcaption: {},
  figure: {},
  h1: {},
  h2: {},
  h3: {},
  h4: {},
  h5: {},
  h6: {},
  hr: {},
  i: {},
  img: { src: "src", alt: "alt", width: "width", height: "height" },
  ins: { cite: "cite", datetime: "dateTime" },
  kbd: {},
  li: { value: "value" },
  mark: {},
  ol: { start: "start", reversed: "reversed", type: "type" },
  p: {},
  pre: {},
  q: { cite: "cite" },
  rp: {},
  rt: {},
  ruby: {},
  s: {},
  samp: {},
  small: {},
  span: {},
  strong: {},
  sub: {},
  summary: {},
  sup: {},
  table: {},
  tbody: {},
  td: { colspan: "colSpan", rowspan: "rowSpan", headers: "headers" },
  tfoot: {},
  th: { colspan: "colSpan", rowspan: "rowSpan", headers: "headers", scope: "scope" },
  thead: {},
  time: { datetime: "dateTime" },
  tr: {},
  u: {},
  ul: {},
  var: {},
  wbr: {},
};

const OF_FORMULAS = {
  displaystyle: "displaystyle",
  mathvariant: "mathvariant",
  scriptlevel: "scriptlevel",
} as const;

const SIZES = { depth: "depth", height: "height", width: "width" } as const;

/**
 * Elements of formulas (MathML Core, section 2.1), which stand in `math`. Left out are those that act or carry the formula
 * a second time, in another notation.
 */
const FORMULA_ELEMENTS: Record<string, Record<string, string>> = {
  math: { alttext: "alttext", display: "display", ...OF_FORMULAS },
  merror: OF_FORMULAS,
  mfrac: { linethickness: "linethickness", ...OF_FORMULAS },
  mi: OF_FORMULAS,
  mmultiscripts: OF_FORMULAS,
  mn: OF_FORMULAS,
  mo: {
    fence: "fence",
    form: "form",
    largeop: "largeop",
    lspace: "lspace",
    maxsize: "maxsize",
    minsize: "minsize",
    movablelimits: "movablelimits",
    rspace: "rspace",
    separator: "separator",
    stretchy: "stretchy",
    symmetric: "symmetric",
    ...OF_FORMULAS,
  },
  mover: { accent: "accent", ...OF_FORMULAS },
  mpadded: { lspace: "lspace", voffset: "voffset", ...SIZES, ...OF_FORMULAS },
  mphantom: OF_FORMULAS,
  mprescripts: OF_FORMULAS,
  mroot: OF_FORMULAS,
  mrow: OF_FORMULAS,
  ms: OF_FORMULAS,
  mspace: { ...SIZES, ...OF_FORMULAS },
  msqrt: OF_FORMULAS,
  mstyle: OF_FORMULAS,
  msub: OF_FORMULAS,
  msubsup: OF_FORMULAS,
  msup: OF_FORMULAS,
  mtable: OF_FORMULAS,
  mtd: { columnspan: "columnspan", rowspan: "rowSpan", ...OF_FORMULAS },
  mtext: OF_FORMULAS,
  mtr: OF_FORMULAS,
  munder: { accentunder: "accentunder", ...OF_FORMULAS },
  munderover: { accent: "accent", accentunder: "accentunder", ...OF_FORMULAS },
  none: OF_FORMULAS,
};

/** Names of the elements an article may hold, in alphabetical order; those of formulas are left out. */
export const ALLOWED_ELEMENTS: readonly string[] = Object.keys(ELEMENTS);

/** Attributes an element may carry, as written in HTML; empty for an element that is not allowed. */
export function allowedAttributes(tagName: string): readonly string[] {
  const own = ownAttributes(tagName);
  return own === undefined ? [] : [...Object.keys(own), ...Object.keys(GLOBAL)];
}

/** Whether an article may hold this element of HTML; `math` among them. */
export function isAllowedElement(tagName: string): boolean {
  return Object.hasOwn(ELEMENTS, tagName) || tagName === "math";
}

/** Whether an article may hold this element within a formula. */
export function isFormulaElement(tagName: string): boolean {
  return Object.hasOwn(FORMULA_ELEMENTS, tagName);
}

function ownAttributes(tagName: string): Record<string, string> | undefined {
  if (Object.hasOwn(ELEMENTS, tagName)) return ELEMENTS[tagName];
  return Object.hasOwn(FORMULA_ELEMENTS, tagName) ? FORMULA_ELEMENTS[tagName] : undefined;
}

/** The property of the syntax tree for an attribute as written in HTML, if the element may carry it. */
export function propertyFor(tagName: string, attribute: string): string | undefined {
  const name = attribute.toLowerCase();
  const own = ownAttributes(tagName);
  if (own !== undefined && Object.hasOwn(own, name)) return own[name];
  return Object.hasOwn(GLOBAL, name) ? GLOBAL[name as keyof typeof GLOBAL] : undefined;
}

const properties = new Map<string, ReadonlySet<string>>();

/** Properties of the syntax tree an element may carry. */
export function allowedProperties(tagName: string): ReadonlySet<string> {
  let allowed = properties.get(tagName);
  if (allowed === undefined) {
    const own = ownAttributes(tagName);
    allowed = new Set([...Object.values(own ?? {}), ...Object.values(GLOBAL)]);
    if (own !== undefined) properties.set(tagName, allowed);
  }
  return allowed;
}

/** Begins the name that a component gets in `.md` where an element is called the same. */
export const COMPONENT_PREFIX = "component-";

/** What becomes of an element that is not allowed. */
export type Removal =
  /** It goes with everything in it: a program, a style sheet, what only says something of others. */
  | "drop"
  /** It becomes a link to what it would have loaded; what it holds for those who cannot load it stays. */
  | "link"
  /** It becomes the text in it. */
  | "text"
  /** It goes, what it holds stays. */
  | "unwrap"
  /** As `unwrap`, without a word: it carried looks or structure, not meaning. */
  | "unwrap-quietly";

const REMOVALS: Readonly<Record<Removal, ReadonlySet<string>>> = {
  drop: names(
    "script style link meta base basefont param source track input datalist keygen image annotation annotation-xml",
  ),
  link: names("iframe object embed video audio frame area bgsound"),
  text: names("svg"),
  unwrap: names(
    "template head title select button option optgroup textarea canvas output progress meter noembed noframes " +
      "applet frameset slot label form fieldset legend map noscript marquee blink dialog menu menuitem xmp " +
      "plaintext rb rtc multicol spacer layer ilayer nolayer command isindex nextid selectedcontent",
  ),
  "unwrap-quietly": names(
    "font center big nobr section article header footer main nav address aside hgroup picture " +
      "search body html data",
  ),
};

/** What becomes of `tagName`, an element that is not allowed. */
export function removalOf(tagName: string): Removal {
  for (const removal of ["drop", "link", "text", "unwrap-quietly"] as const)
    if (REMOVALS[removal].has(tagName)) return removal;
  return "unwrap";
}

/** Whether HTML has, or had, an element of this name. Those of MathML are its own, and stand only in `math`. */
export function isHtmlElement(tagName: string): boolean {
  return (
    isAllowedElement(tagName) ||
    Object.hasOwn(MODERN_NAMES, tagName) ||
    Object.values(REMOVALS).some((removed) => removed.has(tagName))
  );
}

function names(list: string): ReadonlySet<string> {
  return new Set(list.split(" "));
}

/** Elements of earlier HTML, with those that say the same today. */
export const MODERN_NAMES: Readonly<Record<string, string>> = {
  strike: "s",
  tt: "code",
  acronym: "abbr",
  listing: "pre",
  dir: "ul",
};
