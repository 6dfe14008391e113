import { XmlError, xmlParts } from "./xml-scan.ts";
import type { XmlPart } from "./xml-scan.ts";

/** SVG's own scale for sharp, in dots an inch: one unit is one pixel. */
export const SVG_DENSITY = 72;

/** A drawing with its size in CSS pixels, which its bytes say too, whatever they said before. */
export interface SizedSvg {
  width: number;
  height: number;
  bytes: Buffer;
}

/** How wide a drawing is that fills the room it is given: the widest form that feeds and old browsers get. */
const FILLING = 1200;

/** What browsers take where a drawing says nothing (CSS 2.2, section 10.3.2). */
const DEFAULT = { width: 300, height: 150 };

/**
 * Sizes a drawing as browsers do where a page shows it by `img` (SVG 2, section 8.12; CSS Images 3, section 4): by
 * the `width` and `height` of its root that are lengths, by the ratio of its `viewBox`, and by what is usual where
 * neither says anything. One with a ratio alone fills the room it is given. Decoders have other rules, so the bytes
 * come with that size written down.
 *
 * `undefined` where browsers show nothing: the root is not an `svg` of SVG's namespace.
 */
export function sizedSvg(bytes: Uint8Array): SizedSvg | undefined {
  // Whatever the encoding is, markup is ASCII, and all other bytes stay as they are.
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  const root = rootOf(source);
  if (root === undefined) return undefined;
  const { width, height } = sizeOf(root.attributes);
  const attributes = withoutSize(source, root) + ` width="${width}" height="${height}"`;
  const tag = `<${root.name}${attributes}${root.closed ? "/" : ""}>`;
  return {
    width: Math.round(width),
    height: Math.round(height),
    bytes: Buffer.from(source.slice(0, root.from) + tag + source.slice(root.to), "latin1"),
  };
}

const ATTRIBUTE = /\s+([^\s=/>"'<]+)\s*=\s*(?:"[^"]*"|'[^']*')/y;

/** The attributes of a root as they are written, without those of its size. */
function withoutSize(source: string, root: Root): string {
  let kept = "";
  ATTRIBUTE.lastIndex = root.from + 1 + root.name.length;
  for (let found = ATTRIBUTE.exec(source); found !== null; found = ATTRIBUTE.exec(source))
    if (found[1] !== "width" && found[1] !== "height") kept += found[0];
  return kept;
}

type Root = Extract<XmlPart, { kind: "open" }>;

function rootOf(source: string): Root | undefined {
  try {
    for (const part of xmlParts(source)) {
      if (part.kind !== "open") continue;
      const [prefix, name] = part.name.includes(":") ? part.name.split(":") : ["", part.name];
      const namespace = part.attributes.get(prefix === "" ? "xmlns" : `xmlns:${prefix}`);
      return name === "svg" && namespace === "http://www.w3.org/2000/svg" ? part : undefined;
    }
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
  }
  return undefined;
}

function sizeOf(attributes: ReadonlyMap<string, string>): { width: number; height: number } {
  const em = fontSize(attributes);
  const width = pixels(attributes.get("width"), em);
  const height = pixels(attributes.get("height"), em);
  const ratio = ratioOf(attributes);
  if (width !== undefined && height !== undefined) return { width, height };
  if (ratio === undefined)
    return { width: width ?? DEFAULT.width, height: height ?? DEFAULT.height };
  if (height !== undefined) return { width: height * ratio, height };
  return { width: width ?? FILLING, height: (width ?? FILLING) / ratio };
}

function ratioOf(attributes: ReadonlyMap<string, string>): number | undefined {
  if (/^\s*none\b/.test(attributes.get("preserveAspectRatio") ?? "")) return undefined;
  const numbers = (attributes.get("viewBox") ?? "")
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const [, , width = NaN, height = NaN] = numbers;
  return numbers.length === 4 && width > 0 && height > 0 && !numbers.some(Number.isNaN)
    ? width / height
    : undefined;
}

/** CSS pixels in a unit (CSS Values 4, section 6). */
const ABSOLUTE: Readonly<Record<string, number>> = {
  "": 1,
  px: 1,
  pt: 96 / 72,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
  q: 96 / 101.6,
};

/** What a relative unit is of the root's size of type; where that depends on the typeface, what CSS takes instead. */
const RELATIVE: Readonly<Record<string, number>> = { em: 1, rem: 1, ex: 0.5, ch: 0.5 };

const MEDIUM = 16;

/** A length in CSS pixels; `undefined` for a share of the room and for what is no length. */
function pixels(length: string | undefined, em: number): number | undefined {
  const [, number, unit = ""] =
    /^\s*([+-]?(?:\d+(?:\.\d+)?|\.\d+)(?:e[+-]?\d+)?)([a-z]*)\s*$/i.exec(length ?? "") ?? [];
  const name = unit.toLowerCase();
  const scale = ABSOLUTE[name] ?? (RELATIVE[name] ?? NaN) * em;
  return number === undefined || Number.isNaN(scale)
    ? undefined
    : Math.max(0, Number(number) * scale);
}

/** The size of the type of the root, which it may set itself. */
function fontSize(attributes: ReadonlyMap<string, string>): number {
  const [, styled] =
    /(?:^|;)\s*font-size\s*:\s*([^;!]*)/i.exec(attributes.get("style") ?? "") ?? [];
  return pixels(styled ?? attributes.get("font-size"), MEDIUM) ?? MEDIUM;
}
