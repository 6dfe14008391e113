import { literalPositions } from "./html-parts.ts";

/** What `[name attributes]` says. Attributes without a name are numbered from 0. */
export interface Shortcode {
  name: string;
  attributes: Record<string, string>;
  /** As written, without what it encloses. */
  written: string;
}

/** A text with shortcodes, as a tree: texts, and shortcodes with what they enclose. */
export type ShortcodeNode =
  | string
  | (Shortcode & {
      /** Absent where it encloses nothing. */
      children?: ShortcodeNode[];
      /** Its end as written. */
      end?: string;
    });

interface Token extends Shortcode {
  kind: "start" | "end" | "alone" | "escaped";
  from: number;
  to: number;
}

/** Deepest nesting; what is deeper is text. */
const DEEPEST = 40;

/** The shortcodes of a text. What is in tags, in comments and in code is none; `[[a]]` is `[a]` as text. */
export function shortcodeTree(text: string): ShortcodeNode[] {
  const tokens = tokensIn(text);
  const pairs = pairsOf(tokens);
  const root: ShortcodeNode[] = [];
  const open: { children: ShortcodeNode[]; end: number }[] = [{ children: root, end: -1 }];
  let from = 0;
  for (const [at, token] of tokens.entries()) {
    const top = open.at(-1);
    if (top === undefined) break;
    const before = text.slice(from, token.from);
    if (before !== "") top.children.push(before);
    from = token.to;
    const { kind, name, attributes, written } = token;
    if (kind === "escaped") top.children.push(written.slice(1, -1));
    else if (kind === "end") {
      if (top.end === at) {
        open.pop();
        const node = open.at(-1)?.children.at(-1);
        if (node !== undefined && typeof node !== "string") node.end = written;
      } else top.children.push(written);
    } else {
      const end = pairs.get(at);
      const isEnclosing = end !== undefined && open.length < DEEPEST;
      const children: ShortcodeNode[] = [];
      top.children.push({ name, attributes, written, ...(isEnclosing ? { children } : {}) });
      if (isEnclosing) open.push({ children, end });
    }
  }
  const rest = text.slice(from);
  if (rest !== "") root.push(rest);
  return root;
}

/** Which end belongs to which start, by their numbers. A start without an end encloses nothing. */
function pairsOf(tokens: readonly Token[]): Map<number, number> {
  const pairs = new Map<number, number>();
  const open: number[] = [];
  const counts = new Map<string, number>();
  const change = (name: string, by: number): void => {
    counts.set(name, (counts.get(name) ?? 0) + by);
  };
  for (const [at, { kind, name }] of tokens.entries()) {
    if (kind === "start") {
      open.push(at);
      change(name, 1);
    } else if (kind === "end" && (counts.get(name) ?? 0) > 0) {
      for (let start = open.pop(); start !== undefined; start = open.pop()) {
        const started = tokens[start]?.name ?? "";
        change(started, -1);
        if (started !== name) continue;
        pairs.set(start, at);
        break;
      }
    }
  }
  return pairs;
}

const TOKEN = /\[(\[?)(\/?)([A-Za-z][\w-]{0,60})((?=[\s/=])[^[\]]{0,4000})?\](\]?)/g;

function tokensIn(text: string): Token[] {
  if (!text.includes("[")) return [];
  const isLiteral = literalPositions(text);
  const tokens: Token[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const [written, before, slash, name = "", rest = "", after] = match;
    if (isLiteral(match.index)) continue;
    const isEscaped = before !== "" && after !== "";
    // Only one of the two brackets: it is text.
    const from = match.index + (isEscaped ? 0 : (before?.length ?? 0));
    const to = match.index + written.length - (isEscaped ? 0 : (after?.length ?? 0));
    const isAlone = rest.endsWith("/");
    tokens.push({
      kind: isEscaped ? "escaped" : slash !== "" ? "end" : isAlone ? "alone" : "start",
      name: name.toLowerCase(),
      attributes: shortcodeAttributes(isAlone ? rest.slice(0, -1) : rest),
      written: text.slice(from, to),
      from,
      to,
    });
  }
  return tokens;
}

/** Attributes as shortcodes have them: `a="b"`, `a='b'`, `a=b`, `"b"`, `b`; quotation marks may have become typographic. */
export function shortcodeAttributes(written: string): Record<string, string> {
  const plain = written
    .replace(/[“”″]|&quot;|&#(?:8220|8221|8243);/g, '"')
    .replace(/&#(?:8216|8217);/g, "'")
    .replace(/[\u00a0\u200b]|&nbsp;/g, " ")
    .replaceAll("&amp;", "&")
    .replaceAll("&#038;", "&");
  const found: Record<string, string> = {};
  let number = 0;
  for (const [, name, double, single, bare, ...values] of plain.matchAll(ATTRIBUTE)) {
    if (name !== undefined) found[name.toLowerCase()] ??= double ?? single ?? bare ?? "";
    else {
      // `[youtube=https://…]`
      found[String(number)] = (values.find((value) => value !== undefined) ?? "").replace(/^=/, "");
      number += 1;
    }
  }
  return found;
}

const ATTRIBUTE =
  /(?<![^\s"'])(?:([A-Za-z][\w-]{0,60})=(?:"([^"]*)"|'([^']*)'|([^\s"']+))|"([^"]*)"|'([^']*)'|([^\s"']+))/g;

/** Whether a shortcode looks like one that a plugin would replace, not like a word in brackets. */
export function looksLikeShortcode({ name, attributes }: Shortcode, isEnclosing: boolean): boolean {
  return (
    isEnclosing || /[_-]/.test(name) || Object.keys(attributes).some((key) => !/^\d+$/.test(key))
  );
}

/** A tree as it was written. */
export function writtenTree(nodes: readonly ShortcodeNode[]): string {
  return nodes
    .map((node) =>
      typeof node === "string"
        ? node
        : node.written + writtenTree(node.children ?? []) + (node.end ?? ""),
    )
    .join("");
}
