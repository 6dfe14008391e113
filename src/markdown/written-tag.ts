import type { Fault } from "../checks/mdx/tag-malformed.ts";
import { attributeSample } from "./components/attribute-sample.ts";
import type { Component } from "./components/component.ts";
import { findComponent } from "./components/find-component.ts";
import { isAllowedElement, propertyFor } from "./html-allowed.ts";
import { VOID_ELEMENTS } from "./tag-pairs.ts";
import { valueToType } from "./typed-value.ts";

/** A start tag as its author can only have meant it, however it is written. */
export interface WrittenTag {
  name: string;
  attributes: MeantAttribute[];
  /** From its `<` to behind its `>`, or to where it breaks off. */
  source: string;
  isClosed: boolean;
  isSelfClosing: boolean;
  /** The first thing that keeps it from being read as it is written. */
  fault?: Fault;
}

/** An attribute of such a tag. */
export interface MeantAttribute {
  name: string;
  /** As it is written, where it can be read as it is. */
  written?: string;
  /** Its value, where that had to be made out; absent for a name that stands alone. */
  value?: string;
  /** What stands in its braces. */
  expression?: string;
}

/** So far a tag is read, in UTF-16 units. */
const LONGEST = 2000;

const QUOTES = "\"'“”„‟«»‹›‘’‚‛″＂＇";
const STRAIGHT = /^["']$/;

/** The start tag that begins at an offset of a source of `.mdx`; `undefined` where no name follows the bracket. */
export function writtenTag(source: string, start: number): WrittenTag | undefined {
  return new TagReader(source.slice(start, start + LONGEST)).read();
}

class TagReader {
  readonly #text: string;
  #at = 0;
  #fault: Fault | undefined;

  constructor(text: string) {
    // A tag does not reach over an empty line.
    this.#text = /^[^]*?(?=\r?\n[ \t]*\r?\n|$(?![^]))/.exec(text)?.[0] ?? text;
  }

  read(): WrittenTag | undefined {
    const name = this.#take(/<([A-Za-z][\w.:-]*)/y)?.[1];
    if (name === undefined) return undefined;
    const attributes: MeantAttribute[] = [];
    for (;;) {
      this.#take(/\s*/y);
      const end = this.#take(/(\/?)\s*>/y);
      if (end !== undefined) return this.#tag(name, attributes, true, end[1] === "/");
      if (this.#at >= this.#text.length || this.#text.charAt(this.#at) === "<") break;
      const attribute = this.#attribute();
      if (attribute !== undefined) attributes.push(attribute);
      else if (this.#take(/\{(?:[^{}]|\{[^{}]*\})*\}/y) === undefined) {
        const [sign = ""] = this.#take(/[^]/y) ?? [];
        if (/[,;]/.test(sign)) this.#tell({ kind: "separator", sign });
      }
    }
    this.#tell({ kind: "unfinished" });
    return this.#tag(name, attributes, false, false);
  }

  #tag(
    name: string,
    attributes: MeantAttribute[],
    isClosed: boolean,
    isSelfClosing: boolean,
  ): WrittenTag {
    return {
      name,
      attributes,
      source: this.#text.slice(0, this.#at),
      isClosed,
      isSelfClosing,
      ...(this.#fault === undefined ? {} : { fault: this.#fault }),
    };
  }

  #attribute(): MeantAttribute | undefined {
    const start = this.#at;
    const name = this.#take(/[A-Za-z_:][\w:.-]*?(?=:?\s*[=\s/>,;]|:\s*["'“„«]|$)/y)?.[0];
    if (name === undefined) return undefined;
    const equals = this.#take(/\s*(=|:(?=\s*["'“„«]))\s*/y);
    if (equals === undefined) return { name };
    if (equals[1] === ":") this.#tell({ kind: "separator", sign: ":" });
    const next = this.#text.charAt(this.#at);
    if (next === "{" || next === "[") return this.#expression(name, start, next);
    if (next !== "" && QUOTES.includes(next)) return this.#quoted(name, start, next);
    this.#tell({ kind: "no-quotes", attribute: name });
    return { name, value: this.#bareValue() };
  }

  #expression(name: string, start: number, opening: string): MeantAttribute {
    const from = this.#at;
    const end = closingBracket(this.#text, from);
    this.#at = end ?? this.#text.length;
    if (opening === "{" && end !== undefined)
      return { name, written: this.#text.slice(start, this.#at) };
    this.#tell(opening === "{" ? { kind: "unfinished" } : { kind: "no-quotes", attribute: name });
    return { name, expression: this.#text.slice(from, this.#at).replace(/^\{/, "") };
  }

  /** A value between quotation marks of any kind: it ends at one behind which the tag can go on. */
  #quoted(name: string, start: number, opening: string): MeantAttribute {
    this.#at += 1;
    const isStraight = STRAIGHT.test(opening);
    const closing = isStraight ? opening : QUOTES;
    let at = this.#at;
    let within = false;
    for (; at < this.#text.length; at += 1) {
      if (!closing.includes(this.#text.charAt(at))) continue;
      NEXT_OPENS.lastIndex = at;
      const next = NEXT_OPENS.exec(this.#text)?.[1];
      if (next !== undefined) {
        const value = this.#text.slice(this.#at, at - next.length);
        this.#at += value.length;
        this.#tell({ kind: "open-quote", attribute: name });
        return { name, value };
      }
      GOES_ON.lastIndex = at + 1;
      if (GOES_ON.test(this.#text)) break;
      within = true;
    }
    const isFound = at < this.#text.length;
    if (isFound && isStraight && !within) {
      this.#at = at + 1;
      return { name, written: this.#text.slice(start, this.#at) };
    }
    if (!isFound) {
      // Without its end it ends where the tag does.
      const rest = this.#text.slice(this.#at);
      const value = valueBefore(rest);
      this.#at += value.length;
      this.#tell({ kind: "open-quote", attribute: name });
      return { name, value };
    }
    const value = this.#text.slice(this.#at, at);
    this.#at = at + 1;
    this.#tell(
      isStraight
        ? { kind: "quote-within", attribute: name }
        : { kind: "curly-quotes", quotes: `\`${opening}\` and \`${this.#text.charAt(at)}\`` },
    );
    return { name, value };
  }

  /** A value without quotation marks, with the words that follow it up to the next attribute or the end. */
  #bareValue(): string {
    const pattern =
      /(?:(?!\/?\s*>)[^\s<>"'=])+(?:[ \t]+(?![ \t]|[\w:.-]+\s*=|\/?\s*>)(?:(?!\/?\s*>)[^\s<>"'=])+)*/y;
    const value = this.#take(pattern)?.[0] ?? "";
    return value.replace(/[,;]$/, "").replace(/[“”„"'’]$/, "");
  }

  #take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text);
    if (found === null) return undefined;
    this.#at = pattern.lastIndex;
    return found;
  }

  #tell(fault: Fault): void {
    this.#fault ??= fault;
  }
}

/** What a text begins with up to the end of a tag or of the line. */
function valueBefore(text: string): string {
  const [value = ""] = /^[^>\n]*/.exec(text) ?? [];
  if (value === text) return text;
  return text.charAt(value.length) === ">"
    ? value.replace(/(?<!\s)\s*(?:\/\s*)?$/, "")
    : value.trimEnd();
}

/** Another attribute, of whose value the opening quotation mark comes next. */
const NEXT_OPENS = /(?<=(\s+[A-Za-z_:][\w:.-]*\s*=\s*))/y;

/** What can stand behind the end of a value. */
const GOES_ON =
  /\s*(?:$|(?:[,;]\s*)?(?:\/\s*)?>|(?:(?<=\s)|[,;]\s+)[A-Za-z_:][\w:.-]*\s*[=:]|(?<=\s)(?:\{|[A-Za-z][\w-]*\s*(?:(?:\/\s*)?>|$)))/y;

/** Offset behind the bracket that closes the one at `start`. */
function closingBracket(text: string, start: number): number | undefined {
  let depth = 0;
  let quote = "";
  for (let at = start; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (quote !== "") {
      if (sign === "\\") at += 1;
      else if (sign === quote) quote = "";
    } else if (/["'`]/.test(sign)) quote = sign;
    else if ("{[(".includes(sign)) depth += 1;
    else if ("}])".includes(sign)) {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return undefined;
}

/**
 * A tag as it is to be typed, by the name that is meant: what can be read stays as it is written. Attributes that the
 * element may not carry are left out, and those that it needs are there; what holds nothing is closed at once.
 */
export function tagToType(
  { name: written, attributes, isSelfClosing }: WrittenTag,
  {
    name = written,
    closed = false,
    lacks = lackedBy(name, attributes),
  }: { name?: string; closed?: boolean; lacks?: readonly string[] } = {},
): string {
  const component = findComponent(name);
  const parts = attributes.flatMap(
    (attribute) => attributeToType(attribute, name, component) ?? [],
  );
  parts.push(...lacks.map((one) => attributeSample(component, one)));
  const endsAtOnce =
    closed || isSelfClosing || VOID_ELEMENTS.has(name) || component?.children === "none";
  return `<${[name, ...parts].join(" ")}${endsAtOnce ? " /" : ""}>`;
}

/** Lines with their tags as they are to be typed. */
export function withTagsToType(lines: readonly string[] | undefined): string[] | undefined {
  return lines?.map((line) =>
    line.replaceAll(/<[A-Za-z][^<>]*>/g, (written) => {
      const tag = writtenTag(written, 0);
      return tag?.isClosed === true ? tagToType(tag) : written;
    }),
  );
}

/** Names of attributes that a tag needs and does not have. */
function lackedBy(tag: string, attributes: readonly MeantAttribute[]): string[] {
  const needed = Object.entries(findComponent(tag)?.attributes ?? {})
    .filter(([, { required }]) => required === true)
    .map(([name]) => name);
  return [...needed, ...(tag === "img" ? ["alt"] : [])].filter((name) =>
    attributes.every((attribute) => attribute.name !== name),
  );
}

function attributeToType(
  { name, written, value, expression }: MeantAttribute,
  tag: string,
  component: Component | undefined,
): string | undefined {
  if (component === undefined && isAllowedElement(tag) && propertyFor(tag, name) === undefined)
    return undefined;
  if (written !== undefined) return written;
  if (expression !== undefined) return `${name}={${expression}}`;
  if (value === undefined) return name;
  const spec =
    component !== undefined && Object.hasOwn(component.attributes, name)
      ? component.attributes[name]
      : undefined;
  if (spec?.type === "boolean") {
    if (/^(?:true|yes|1)?$/i.test(value)) return name;
    if (/^(?:false|no|0)$/i.test(value)) return undefined;
  }
  if (spec !== undefined && spec.type === "number" && /^-?\d+(?:\.\d+)?$/.test(value))
    return `${name}={${value}}`;
  return valueToType(name, value);
}
