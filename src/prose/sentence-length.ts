import { OBJECT } from "../markdown/prose-blocks.ts";
import type { ProseBlock } from "../markdown/prose-blocks.ts";
import { countWords } from "../markdown/words.ts";
import type { ProseNote } from "./prose-note.ts";

/** Sentences of paragraphs and of items of lists with more than `most` words; those of quotations are others' own. */
export function longSentences(
  blocks: readonly ProseBlock[],
  { most, language }: { most: number; language: string },
): ProseNote[] {
  const found: ProseNote[] = [];
  for (const { kind, text, isQuotation, language: own, placeAt } of blocks) {
    if (isQuotation || (kind !== "paragraph" && kind !== "item")) continue;
    const locale = own ?? language;
    // So few characters hold no such sentence.
    if (text.length <= most) continue;
    for (const { segment, index } of segmenter(locale, "sentence").segment(text)) {
      if (segment.length <= most) continue;
      const words = wordsIn(segment, locale);
      if (words <= most) continue;
      const start = segment.search(/\S/);
      found.push({
        ...placeAt(index + start, segment.trim().length),
        is: "sentence",
        words,
      });
    }
  }
  return found;
}

/** Paragraphs of more than `most` words. */
export function longParagraphs(
  blocks: readonly ProseBlock[],
  { most, language }: { most: number; language: string },
): ProseNote[] {
  return blocks.flatMap(({ kind, text, isQuotation, language: own, placeAt }): ProseNote[] => {
    if (isQuotation || kind !== "paragraph" || text.length <= most) return [];
    const words = wordsIn(text, own ?? language);
    // Of so long a line its beginning is marked.
    const [first = ""] = text.trimStart().split(/\s/, 1);
    const start = text.length - text.trimStart().length;
    return words > most ? [{ ...placeAt(start, first.length), is: "paragraph", words }] : [];
  });
}

/** Scripts without spaces between words: what is a word there is in no text, but in the dictionaries of ICU. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

function wordsIn(text: string, language: string): number {
  const plain = text.replaceAll(OBJECT, "");
  if (!UNSPACED.test(plain)) return countWords(plain);
  let words = 0;
  for (const { isWordLike } of segmenter(language, "word").segment(plain))
    if (isWordLike === true) words += 1;
  return words;
}

const segmenters = new Map<string, Intl.Segmenter>();

/** A segmenter takes a while to make. */
function segmenter(language: string, granularity: "sentence" | "word"): Intl.Segmenter {
  const key = `${granularity} ${language}`;
  const known = segmenters.get(key) ?? new Intl.Segmenter(language, { granularity });
  segmenters.set(key, known);
  return known;
}
