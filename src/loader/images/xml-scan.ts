import { holdsUnprintable } from "../../domain/characters.ts";

/** A part of an XML document. Names are as written, with their prefix; values have their references replaced. */
export type XmlPart =
  | {
      kind: "open";
      name: string;
      attributes: Map<string, string>;
      closed: boolean;
      /** Where the tag stands in the source: from its `<` to behind its `>`. */
      from: number;
      to: number;
    }
  | { kind: "close"; name: string }
  | { kind: "text"; text: string }
  | { kind: "instruction"; target: string };

/** What is not XML, or more of it than is read. */
export class XmlError extends Error {
  override name = "XmlError";
}

const NAME = "[^\\s/>=\"'<!?&]+";
const TARGET = new RegExp(`^${NAME}`);
const DOCTYPE = /<!DOCTYPE\s(?:"[^"]*"|'[^']*'|[^"'<>[\]])*>/y;
const CLOSE = new RegExp(`</(${NAME})\\s*>`, "y");
const OPEN = new RegExp(`<(${NAME})`, "y");
const ATTRIBUTE = new RegExp(`\\s+(${NAME})\\s*=\\s*(?:"([^"<]*)"|'([^'<]*)')`, "y");
const OPEN_END = /\s*(\/?)>/y;
const TEXT = /[^<]+/y;

/**
 * Reads XML 1.0 part by part, comments left out. A parser for HTML would not do: what it takes for text, or for a
 * comment, XML may take for an element, and the other way round. Stricter than XML where that costs no drawing:
 * a document type that declares anything is refused, and so is every reference but the five of XML and numbers.
 *
 * Throws XmlError where the text is not of that form.
 */
export function* xmlParts(source: string): Generator<XmlPart> {
  let at = source.startsWith("\ufeff") ? 1 : 0;
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(source);
    if (found !== null) at += found[0].length;
    return found;
  };
  /** What stands between two marks, if the first is here; searched for, since it can be megabytes. */
  const between = (begin: string, end: string): string | undefined => {
    if (!source.startsWith(begin, at)) return undefined;
    const from = at + begin.length;
    const to = source.indexOf(end, from);
    if (to === -1) throw new XmlError(`${begin} has no end`);
    at = to + end.length;
    return source.slice(from, to);
  };
  const open: string[] = [];
  while (at < source.length) {
    const from = at;
    let found: RegExpExecArray | null;
    let inside: string | undefined;
    if ((found = match(TEXT)) !== null) {
      yield { kind: "text", text: withoutReferences(found[0]) };
    } else if ((inside = between("<![CDATA[", "]]>")) !== undefined) {
      yield { kind: "text", text: inside };
    } else if ((inside = between("<?", "?>")) !== undefined) {
      yield { kind: "instruction", target: TARGET.exec(inside)?.[0] ?? "" };
    } else if ((inside = between("<!--", "-->")) !== undefined) {
      // `--` inside a comment is no XML, and where HTML's comments end differs.
      if (/--|^-?>/.test(inside)) throw new XmlError("a comment in it is not well-formed");
    } else if ((found = match(CLOSE)) !== null) {
      const [, name = ""] = found;
      if (open.pop() !== name) throw new XmlError(`</${name}> closes nothing`);
      yield { kind: "close", name };
    } else if (match(DOCTYPE) === null) {
      if ((found = match(OPEN)) === null) throw new XmlError("its markup is not well-formed");
      const [, name = ""] = found;
      const attributes = new Map<string, string>();
      while ((found = match(ATTRIBUTE)) !== null) {
        const [, key = "", double, single = ""] = found;
        if (attributes.has(key)) throw new XmlError(`<${name}> has ${key} twice`);
        attributes.set(key, withoutReferences(double ?? single));
      }
      if ((found = match(OPEN_END)) === null) throw new XmlError(`<${name}> is not well-formed`);
      const closed = found[1] === "/";
      if (!closed) open.push(name);
      yield { kind: "open", name, attributes, closed, from, to: at };
    }
  }
  if (open.length > 0) throw new XmlError(`<${open.at(-1) ?? ""}> is not closed`);
}

const PREDEFINED: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};

function withoutReferences(text: string): string {
  return text.replace(/&([^;\s&]*);?/g, (whole, name: string) => {
    const known = PREDEFINED[name];
    if (known !== undefined && whole.endsWith(";")) return known;
    const number = /^#(?:x([\da-f]{1,6})|(\d{1,7}))$/i.exec(name);
    const code =
      number === null ? NaN : parseInt(number[1] ?? number[2] ?? "", number[1] ? 16 : 10);
    if (!whole.endsWith(";") || !(code > 0 && code <= 0x10ffff))
      throw new XmlError(`it refers to the entity ${whole}`);
    const character = String.fromCodePoint(code);
    if (holdsUnprintable(character)) throw new XmlError(`${whole} is not a valid character`);
    return character;
  });
}
