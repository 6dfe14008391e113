import { XmlError, xmlParts } from "./xml-scan.ts";
import type { XmlPart } from "./xml-scan.ts";

const SVG = "http://www.w3.org/2000/svg";

/** Namespaces whose elements act wherever they stand; those of drawing programs do nothing. */
const ACTING = /^http:\/\/www\.w3\.org\/(?:1999\/xhtml|1998\/Math\/MathML|2001\/xml-events)$/;

/** The elements that draw, of SVG 1.1 and 2. What embeds other documents or runs code is not among them. */
const DRAWING = new Set(
  (
    "a altGlyph altGlyphDef altGlyphItem animate animateColor animateMotion animateTransform circle clipPath " +
    "color-profile cursor defs desc ellipse feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix " +
    "feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR " +
    "feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight " +
    "feTile feTurbulence filter flowPara flowRegion flowRoot flowSpan font font-face font-face-format font-face-name " +
    "font-face-src font-face-uri g glyph glyphRef hatch hatchpath hkern image line linearGradient marker mask mesh " +
    "meshgradient meshpatch meshrow metadata missing-glyph mpath path pattern polygon polyline radialGradient rect " +
    "set solidColor solidcolor stop style svg switch symbol text textPath title tref tspan use view vkern"
  ).split(" "),
);

/** Encodings in which markup stands in the same bytes as in UTF-8. */
const PLAIN_ENCODING = /^(?:utf-?8|us-ascii|ascii|iso-8859-\d+|windows-125\d|latin1)$/i;

/** Copies that a drawing may ask for by elements within elements; more is an attack on whoever draws it. */
const MOST_COPIES = 100_000;

/**
 * Why an SVG must not be published, or `undefined` if it is only a drawing. A drawing runs nothing, embeds no
 * other document and fetches nothing; it would do so when opened by itself, where no page's policy guards it.
 */
export function unsafeSvg(bytes: Uint8Array): string | undefined {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8");
  const encoding = /^\ufeff?<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)/.exec(source)?.[1];
  if (source.includes("\0") || (encoding !== undefined && !PLAIN_ENCODING.test(encoding)))
    return "it is not written in UTF-8";
  if (declaresEntities(source)) return "it declares entities";
  try {
    return unsafePart(xmlParts(source));
  } catch (error) {
    if (error instanceof XmlError) return `it is not well-formed XML: ${error.message}`;
    throw error;
  }
}

function declaresEntities(source: string): boolean {
  if (/<!ENTITY/i.test(source)) return true;
  return Array.from(source.matchAll(/<!DOCTYPE[^>]*/gi)).some(([type]) => type.includes("["));
}

/** An element that is open. */
interface Level {
  name: string;
  drawn: boolean;
}

function unsafePart(parts: Iterable<XmlPart>): string | undefined {
  const open: Level[] = [];
  const namespaces = new Namespaces();
  const copies = new Copies();
  const css: string[] = [];
  const close = (): void => {
    namespaces.close();
    copies.close();
  };
  for (const part of parts) {
    const above = open.at(-1);
    if (part.kind === "instruction" && /^xml-stylesheet$/i.test(part.target))
      return "it asks for a style sheet";
    // Style sheets of a drawing are one: a rule may begin in one text and end in the next.
    if (part.kind === "text" && above?.drawn === true && above.name === "style")
      css.push(part.text);
    if (part.kind === "close") {
      open.pop();
      close();
    }
    if (part.kind !== "open") continue;
    namespaces.open(part.attributes);
    const [prefix, name] = splitName(part.name);
    const namespace = namespaces.called(prefix);
    const drawn = namespace === SVG || namespace === "";
    if (ACTING.test(namespace) || (drawn && !DRAWING.has(name))) return `it contains <${name}>`;
    const why = drawn ? unsafeAttributes(name, part.attributes) : undefined;
    if (why !== undefined) return why;
    if (drawn) copies.open(name, part.attributes);
    else copies.open("", new Map());
    if (part.closed) close();
    else open.push({ name, drawn });
  }
  if (fetches(css.join(""))) return "its style fetches something";
  return copies.most() > MOST_COPIES ? "it draws the same thing over and over" : undefined;
}

/** The namespaces in force, by prefix, as elements are opened and closed. */
class Namespaces {
  /** The nearest declaration of a prefix stands last. */
  readonly #declared = new Map([["", [SVG]]]);
  /** The prefixes that each open element declares. */
  readonly #open: string[][] = [];

  open(attributes: ReadonlyMap<string, string>): void {
    const own = declared(attributes);
    for (const [prefix, namespace] of own) {
      const known = this.#declared.get(prefix);
      if (known === undefined) this.#declared.set(prefix, [namespace]);
      else known.push(namespace);
    }
    this.#open.push(own.map(([prefix]) => prefix));
  }

  close(): void {
    for (const prefix of this.#open.pop() ?? []) this.#declared.get(prefix)?.pop();
  }

  called(prefix: string): string {
    return this.#declared.get(prefix)?.at(-1) ?? "";
  }
}

function declared(attributes: ReadonlyMap<string, string>): [prefix: string, namespace: string][] {
  return [...attributes].flatMap(([name, value]): [string, string][] => {
    if (name === "xmlns") return [["", value]];
    return name.startsWith("xmlns:") ? [[name.slice("xmlns:".length), value]] : [];
  });
}

function splitName(name: string): [prefix: string, local: string] {
  const at = name.indexOf(":");
  return at === -1 ? ["", name] : [name.slice(0, at), name.slice(at + 1)];
}

function unsafeAttributes(
  element: string,
  attributes: ReadonlyMap<string, string>,
): string | undefined {
  for (const [written, value] of attributes) {
    if (/^xmlns(?::|$)/.test(written)) continue;
    const [prefix, local] = splitName(written);
    const name = local.toLowerCase();
    // Browsers take blanks and control characters out of an address.
    const address = value.replace(/[\u0000-\u0020]/g, "");
    if (/^on/.test(name)) return `it contains the event handler ${local}`;
    if (name === "href" && !/^(?:$|#|data:image\/(?:png|jpeg|gif|webp)[;,])/i.test(address))
      return `it refers to ${address.slice(0, 60)}`;
    if (
      /^(?:src|ping|action|formaction|srcdoc)$/.test(name) ||
      (prefix === "xml" && name === "base")
    )
      return `it contains the attribute ${written}`;
    if (name === "attributename" && /^(?:[^:]*:)?(?:href|on.*)$/i.test(address))
      return `it contains <${element}> for ${address.slice(0, 60)}`;
    if (/javascript:/i.test(address)) return "it contains javascript:";
    if (fetches(value)) return "its style fetches something";
  }
  return undefined;
}

/** Whether a piece of CSS asks for anything outside its document (CSS Syntax, CSS Values 4, `<url>`; CSS Images 4). */
function fetches(css: string): boolean {
  if (!/[(\\@]/.test(css)) return false;
  // Whether `/*` begins a comment or stands in a text or an address, only a whole parser knows: both are tried.
  return fetchesPlainly(css) || fetchesPlainly(css.replace(/\/\*[^]*?(?:\*\/|$)/g, ""));
}

function fetchesPlainly(css: string): boolean {
  const plain = css.replace(
    /\\([\da-f]{1,6})\s?|\\([^])/gi,
    (_, hex: string | undefined, sign: string) =>
      hex === undefined ? sign : codePoint(parseInt(hex, 16)),
  );
  return (
    /@import/i.test(plain) ||
    namesAnother(plain) ||
    /(?:image-set|cross-fade|(?<![\w-])image|(?<![\w-])src)\(/i.test(plain)
  );
}

/** What an address in a drawing may be: a part of it, a picture or a font that it holds itself, or nothing. */
const OWN = /#|data:(?:image\/(?:png|jpeg|gif|webp)|font\/|application\/(?:x-)?font)|\)/iy;

function namesAnother(css: string): boolean {
  for (const { 0: begin, index } of css.matchAll(/\burl\(\s*["']?\s*/gi)) {
    OWN.lastIndex = index + begin.length;
    if (!OWN.test(css)) return true;
  }
  return false;
}

function codePoint(code: number): string {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "\ufffd";
}

/** Elements that are drawn together: those with one id, what stands in one of them, or the whole drawing. */
interface Group {
  /** Elements that are in no group within this one. */
  own: number;
  within: Group[];
  /** Ids of what they draw besides. */
  used: string[];
}

/** Counts how many elements are drawn when each draws what it refers to. */
class Copies {
  readonly #all: Group = { own: 0, within: [], used: [] };
  readonly #named = new Map<string, Group>();
  /** The groups that the open elements stand in. */
  readonly #open: Group[] = [];
  #written = 0;

  open(name: string, attributes: ReadonlyMap<string, string>): void {
    const parent = this.#open.at(-1) ?? this.#all;
    const id = attributes.get("id");
    const group = id === undefined ? parent : { own: 0, within: [], used: [] };
    if (id !== undefined) {
      parent.within.push(group);
      const named = this.#named.get(id) ?? { own: 0, within: [], used: [] };
      this.#named.set(id, named);
      named.within.push(group);
    }
    this.#open.push(group);
    this.#written += 1;
    group.own += 1;
    for (const one of usedBy(name, attributes)) group.used.push(one);
  }

  close(): void {
    this.#open.pop();
  }

  /** Elements that are drawn besides those that are written. */
  most(): number {
    const totals = new Map<Group, number>();
    const counted = new Set<Group>();
    // Without recursion: drawings can refer to each other in long chains.
    const waiting = [this.#all];
    for (let group = waiting.at(-1); group !== undefined; group = waiting.at(-1)) {
      if (!totals.has(group)) {
        // One that contains itself is not drawn.
        totals.set(group, 0);
        for (const part of this.#partsOf(group)) if (!totals.has(part)) waiting.push(part);
        continue;
      }
      waiting.pop();
      if (counted.has(group)) continue;
      counted.add(group);
      let total = group.own;
      for (const part of this.#partsOf(group))
        total = Math.min(Number.MAX_SAFE_INTEGER, total + (totals.get(part) ?? 0));
      totals.set(group, total);
    }
    return (totals.get(this.#all) ?? 0) - this.#written;
  }

  *#partsOf({ within, used }: Group): Generator<Group> {
    yield* within;
    for (const id of used) {
      const named = this.#named.get(id);
      if (named !== undefined) yield named;
    }
  }
}

/** Ids of what an element draws besides what stands in it: copies, patterns, markers, masks. */
function usedBy(element: string, attributes: ReadonlyMap<string, string>): string[] {
  return [...attributes].flatMap(([name, value]) => {
    if (element === "use" && splitName(name)[1] === "href") return [value.trim().slice(1)];
    if (!value.includes("url(")) return [];
    return [...value.matchAll(/url\(\s*["']?#([^"')\s]*)/g)].map(([, id = ""]) => id);
  });
}
