import { createRequire } from "node:module";
import type * as satteri from "satteri";
import { textOf } from "./text.ts";

const require = createRequire(import.meta.url);

/** Markup in a text that is printed as it stands. */
export interface Markup {
  /** As it was written. */
  written: string;
  /** The same as plain text. */
  plain: string;
}

/** Ways in which people mark up words, each with what is plain of it as its first group. */
const NOTATIONS: readonly RegExp[] = [
  /\*\*([^\s*](?:[^*\n]*[^\s*])?)\*\*/gu,
  /(?<![\p{L}\p{N}*])\*([^\s*](?:[^*\n]*[^\s*])?)\*(?![\p{L}\p{N}*])/gu,
  /(?<![\p{L}\p{N}_])_([^\s_](?:[^_\n]*[^\s_])?)_(?![\p{L}\p{N}_])/gu,
  /(?<!`)`+([^`\n]+)`+/gu,
  /!?\[([^[\]\n]+)\]\((?:[^()\s]+)(?: [^()\n]*)?\)/gu,
  /<(?:a|abbr|b|cite|code|del|em|i|ins|kbd|mark|q|s|small|span|strong|sub|sup|u)(?:\s[^<>]*)?>([^<>]*)<\/[a-z]+\s*>/giu,
  /<br\s*\/?>()/giu,
];

/** A character written by its name or number (HTML, section 13.1.4). */
const ENTITY = /&(?:#\d{2,7}|#x[\da-f]{2,6}|[a-z]{2,8}\d{0,2});/giu;

/** Most pieces of markup that are told of one text. */
const MOST = 10;

/** The markup in a text that is plain, as headlines and captions are, in order. */
export function markupIn(text: string): Markup[] {
  const found: (Markup & { index: number })[] = [];
  for (const notation of NOTATIONS) {
    for (const { 0: written, 1: plain = "", index } of text.matchAll(notation)) {
      const isKnown = found.some(
        (one) => index < one.index + one.written.length && one.index < index + written.length,
      );
      if (found.length < MOST && !isKnown) found.push({ index, written, plain });
    }
  }
  for (const { 0: written, index } of text.matchAll(ENTITY)) {
    const plain = found.length < MOST ? characterOf(written) : written;
    if (plain !== written) found.push({ index, written, plain });
  }
  return found.toSorted((a, b) => a.index - b.index);
}

/** The character that a reference stands for. Few texts that are plain hold one: the parser is loaded for them alone. */
function characterOf(reference: string): string {
  const { markdownToHast } = require("satteri") as typeof satteri;
  return textOf(markdownToHast(reference));
}
