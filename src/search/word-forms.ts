/*
 * What a word becomes for the index once its characters are folded. Whatever Pagefind would throw away, a sign or a
 * vowel that is written as a mark, is written in letters of Tangut there, which no stemmer touches.
 */

/** The first of the letters that stand for others. */
const FIRST = 0x17000;

/** There are so many of them in a row, and a few more. */
const COUNT = 4096;

/** A sign as a word: always two letters, and so met by itself alone. */
export function signInLetters(sign: string): string {
  const code = sign.codePointAt(0) ?? 0;
  return String.fromCodePoint(FIRST + Math.floor(code / COUNT), FIRST + (code % COUNT));
}

/** Whether a word stands for a sign. */
export function isSign(word: string): boolean {
  return /^[\u{17000}-\u{1701F}][\u{17000}-\u{17FFF}]$/u.test(word);
}

function markInLetters(mark: string): string {
  return String.fromCodePoint(FIRST + ((mark.codePointAt(0) ?? 0) % COUNT));
}

/** Between a whole number and its decimals. */
export const POINT = String.fromCodePoint(FIRST);

/** Whether a word holds what stands for signs or marks, so that it is no word that anybody types. */
export const IN_LETTERS = /[\u{17000}-\u{17FFF}]/u;

const THOUSANDS = /^[1-9]\d{0,2}(?:([.,'’\u00A0])\d{3})(?:\1\d{3})*(?!\d)/;
const DECIMALS = /^(\d+)[.,](?=\d)/;
const SEPARATORS = /[^\p{L}\p{M}\p{N}]/gu;

/** A word as it is written, without what parts its thousands and without apostrophes and full stops: `uk`, `2000`. */
export function spelled(written: string): string {
  return written
    .replace(THOUSANDS, (number) => number.replace(/\D/g, ""))
    .replace(DECIMALS, `$1${POINT}`)
    .replace(SEPARATORS, "");
}

/**
 * The Arabic article, with what is written as one with it: “and the”, “with the”, “to the”. What is left has to be a
 * word; in the name of God the letters are its own.
 */
const ARTICLE = /^(?:ال(?!له$)(?=..)|(?:[وف]?[بك]?ال|[وف]?لل)(?=...))(?=\p{sc=Arab}+$)/u;

/** Before a consonant of its own row, Hindi writes a nasal as a letter or as a point. */
const NASALS = /ङ्(?=[क-घ])|ञ्(?=[च-झ])|ण्(?=[ट-ढ])|न्(?=[त-ध])|म्(?=[प-भ])|\u0901/gu;

/** Endings of Hindi nouns. */
const HINDI_ENDING = /(?:ियों|ियां|ाओं|ाएं|ुओं|ुएं|ों|ें|ां|[ािीुूेैोौ])$/u;
const HINDI_LETTERS = /[\u0904-\u0939]/gu;

/** Without its ending, where three letters are left: of shorter words, endings make others. */
function withoutHindiEnding(word: string): string {
  const stem = word.replace(HINDI_ENDING, "");
  return (stem.match(HINDI_LETTERS)?.length ?? 0) >= 3 ? stem : word;
}

/**
 * A word as a stemmer of the language expects it. Turkish has two letters for what is folded to `i`: which of them
 * follows from the vowel before, as a rule, and the stemmer goes by it.
 */
export function stemmerForm(word: string, language: string): string {
  if (language !== "tr") return word;
  let isBack = false;
  return word.replace(/[aeiou]/g, (vowel) => {
    if (vowel !== "i") isBack = vowel !== "e";
    return vowel === "i" && isBack ? "ı" : vowel;
  });
}

/** A word in folded characters as it is compared: in lower case, and without an article that is written as part of it. */
export function foldedWord(word: string): string {
  return withItsArticle(word.replace(ARTICLE, ""));
}

/** The same, with what may be its article, or may not where a hamza is left out. */
export function withItsArticle(word: string): string {
  const lower = word.toLowerCase();
  if (!NOT_PLAIN.test(lower)) return lower;
  const plain = lower.replace(/ς/g, "σ").replace(/أ/g, "ا").replace(NASALS, "\u0902");
  return withoutHindiEnding(plain).replace(/\p{M}/gu, markInLetters);
}

const NOT_PLAIN = /[^\0-\x7F]/;
