/** Scripts written without spaces between words: each character counts as one. */
const WORDS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]|[[\p{L}\p{N}\p{M}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]]+(?:['’.,·\-‑_:\/@][[\p{L}\p{N}\p{M}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]]+)*/gv;

/** The same for a text that has none of those scripts, which is faster. */
const SPACED_WORDS = /[\p{L}\p{N}\p{M}]+(?:['’.,·\-‑_:/@][\p{L}\p{N}\p{M}]+)*/gu;

/** Thai, U+0E00, is the first of them in Unicode; U+2000 to U+2BFF are punctuation and signs. */
const MAY_BE_UNSPACED = /[\u0E00-\u1FFF\u2C00-\u{10FFFF}]/u;

/** Number of words in a text; a hyphenated word, a number or an address is one. */
export function countWords(text: string): number {
  return text.match(wordsOf(text))?.length ?? 0;
}

/** Where the words of a text begin, in order. */
export function wordOffsets(text: string): number[] {
  return Array.from(text.matchAll(wordsOf(text)), ({ index }) => index);
}

function wordsOf(text: string): RegExp {
  return MAY_BE_UNSPACED.test(text) ? WORDS : SPACED_WORDS;
}
