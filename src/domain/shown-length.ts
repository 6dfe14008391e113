/** Nothing but letters and signs that are one character each, and no wider than others: most texts are of these. */
const PLAIN = /^[\u0020-\u024F\u1E00-\u1EFF\u2010-\u2027\u2030-\u205E\u20A0-\u20BF]*$/;

/** Chinese, Japanese and Korean, with what stands for nothing else there: as wide as two others (UAX 11). */
const WIDE =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\u3000-\u303F\uFF01-\uFF60]/u;

let characters: Intl.Segmenter | undefined;

/**
 * How long a text is for those who look at it, in characters of a usual width: what is read as one character counts once,
 * whatever marks it has, and a wide one twice. `isWide` says whether there are such.
 */
export function shownLength(text: string): { length: number; isWide: boolean } {
  if (PLAIN.test(text)) return { length: text.length, isWide: false };
  characters ??= new Intl.Segmenter("und", { granularity: "grapheme" });
  let length = 0;
  let isWide = false;
  for (const { segment } of characters.segment(text)) {
    const wide = WIDE.test(segment);
    length += wide ? 2 : 1;
    isWide ||= wide;
  }
  return { length, isWide };
}
