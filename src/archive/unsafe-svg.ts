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
  if (/<!ENTITY|<!DOCTYPE[^>]*\[/i.test(source)) return "it declares entities";
  try {
    return unsafePart(xmlParts(source));
  } catch (error) {
    if (error instanceof XmlError) return `it is not sound XML: ${error.message}`;
    throw error;
  }
}

/** An element that is open, with the namespaces in force by prefix. */
interface Level {
  name: string;
  drawn: boolean;
  namespaces: ReadonlyMap<string, string>;
}

function unsafePart(parts: Iterable<XmlPart>): string | undefined {
  const open: Level[] = [{ name: "", drawn: false, namespaces: new Map([["", SVG]]) }];
  const copies = new Copies();
  let css = "";
  for (const part of parts) {
    const above = open.at(-1);
    if (part.kind === "instruction" && /^xml-stylesheet$/i.test(part.target))
      return "it asks for a style sheet";
    // Style sheets of a drawing are one: a rule may begin in one text and end in the next.
    if (part.kind === "text" && above?.drawn === true && above.name === "style") css += part.text;
    if (part.kind === "close") {
      open.pop();
      copies.close();
    }
    if (part.kind !== "open") continue;
    const namespaces = new Map([...(above?.namespaces ?? []), ...declared(part.attributes)]);
    const [prefix, name] = splitName(part.name);
    const namespace = namespaces.get(prefix) ?? "";
    const drawn = namespace === SVG || namespace === "";
    if (ACTING.test(namespace) || (drawn && !DRAWING.has(name))) return `it contains <${name}>`;
    const why = drawn ? unsafeAttributes(name, part.attributes) : undefined;
    if (why !== undefined) return why;
    if (drawn) copies.open(name, part.attributes);
    else copies.open("", new Map());
    if (part.closed) copies.close();
    else open.push({ name, drawn, namespaces });
  }
  if (fetches(css)) return "its style fetches something";
  return copies.most() > MOST_COPIES ? "it draws the same thing over and over" : undefined;
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
    /\burl\(\s*(?!["']?\s*(?:#|data:(?:image\/(?:png|jpeg|gif|webp)|font\/|application\/(?:x-)?font))|\s*["']?\s*\))/i.test(
      plain,
    ) ||
    /(?:image-set|cross-fade|(?<![\w-])image|(?<![\w-])src)\(/i.test(plain)
  );
}

function codePoint(code: number): string {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "\ufffd";
}

/** Counts how many elements are drawn when each draws what it refers to. */
class Copies {
  /** What stands in each element that has an id: how many elements, and which others it draws. */
  readonly #named = new Map<string, { own: number; used: string[] }>();
  readonly #all = { own: 0, used: [] as string[] };
  readonly #open: (string | undefined)[] = [];

  open(name: string, attributes: ReadonlyMap<string, string>): void {
    const id = attributes.get("id");
    this.#open.push(id);
    if (id !== undefined && !this.#named.has(id)) this.#named.set(id, { own: 0, used: [] });
    const used = usedBy(name, attributes);
    for (const one of [this.#all, ...this.#enclosing()]) {
      one.own += 1;
      one.used.push(...used);
    }
  }

  close(): void {
    this.#open.pop();
  }

  /** Elements that are drawn besides those that are written. */
  most(): number {
    const counts = new Map<string, number>();
    const count = (id: string): number => {
      const known = counts.get(id);
      if (known !== undefined) return known;
      // One that contains itself is not drawn.
      counts.set(id, 0);
      const named = this.#named.get(id);
      const total = named === undefined ? 0 : sum(named, count);
      counts.set(id, total);
      return total;
    };
    return sum(this.#all, count) - this.#all.own;
  }

  #enclosing(): { own: number; used: string[] }[] {
    return this.#open.flatMap((id) => (id === undefined ? [] : (this.#named.get(id) ?? [])));
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

function sum(of: { own: number; used: string[] }, count: (id: string) => number): number {
  return of.used.reduce(
    (total, id) => Math.min(Number.MAX_SAFE_INTEGER, total + count(id)),
    of.own,
  );
}
