import type { ProseBlock } from "../markdown/prose-blocks.ts";
import { primary } from "./primary-language.ts";
import { spelledWords } from "./spelling-words.ts";
import type { SpelledWord } from "./spelling-words.ts";
import type { ProseNote, UnknownWord } from "./prose-note.ts";
import type { SourceLocation } from "../domain/source-location.ts";

/** What words are looked up in. */
export interface WordList {
  /** Whether it has a word, with its capitals. */
  has: (word: string) => boolean;
  /** Words that are much like one that it has not, likeliest first. */
  meant: (word: string) => readonly string[];
}

/** The words of a text that are in none of the dictionaries of its language, each once; a part in another one is left out. */
export function unknownWords(
  blocks: readonly ProseBlock[],
  language: string,
  dictionary: WordList,
): ProseNote[] {
  const script = scriptOf(language);
  const hasNouns = CAPITAL_NOUNS.has(primary(language));
  const found = new Map<string, UnknownWord & SourceLocation>();
  /** Whether words that were looked up are right. */
  const known = new Map<string, boolean>();
  const isRight = ({ word, joined }: SpelledWord): boolean => {
    const right =
      known.get(word) ??
      (isKnown(word, dictionary) || (joined !== undefined && dictionary.has(joined)));
    known.set(word, right);
    return right;
  };
  for (const { text, placeAt, language: own } of blocks) {
    if (own !== undefined && primary(own) !== primary(language)) continue;
    const words = [...spelledWords(text, script)];
    const unknown = words.filter((word) => !isRight(word));
    if (isForeign(words, unknown)) continue;
    for (const { word, index, length } of unknown) {
      const before = found.get(word);
      if (before !== undefined) {
        before.count += 1;
        continue;
      }
      const isCapitalised = isCapital(word);
      found.set(word, {
        ...placeAt(index, length),
        is: "word",
        word,
        count: 1,
        isCapitalised,
        // A name is like no word of the dictionary by more than chance.
        meant: isCapitalised && !hasNouns ? [] : dictionary.meant(word),
      });
    }
  }
  return [...found.values()];
}

/** Languages that write all nouns with a capital, not names alone: German and Luxembourgish. */
const CAPITAL_NOUNS = new Set(["de", "lb"]);

/** Of so many words, a paragraph that has more than this share of unknown ones is in another language. */
const TELLING = 8;
const FOREIGN = 0.4;

/** Whether so many words are unknown that the language is another one; what has a capital may be a name in any. */
function isForeign(words: readonly SpelledWord[], unknown: readonly SpelledWord[]): boolean {
  const small = words.filter(({ word }) => !isCapital(word));
  const unknownSmall = unknown.filter(({ word }) => !isCapital(word));
  return small.length >= TELLING && unknownSmall.length > small.length * FOREIGN;
}

function isCapital(word: string): boolean {
  return /^\p{Lu}/u.test(word);
}

/** At the beginning of a sentence, and in headings, any word may have a capital. */
function isKnown(word: string, dictionary: WordList): boolean {
  if (dictionary.has(word)) return true;
  const [first = ""] = word;
  const small = first.toLowerCase() + word.slice(first.length);
  return small !== word && dictionary.has(small);
}

/** The script of a language by its ISO 15924 code, as a regular expression names it. */
function scriptOf(language: string): string {
  const { script = "Latn" } = new Intl.Locale(language).maximize();
  // Of languages with several scripts of their own, it is that of most words.
  return SCRIPTS[script] ?? script;
}

const SCRIPTS: Readonly<Record<string, string>> = {
  Jpan: "Hani",
  Kore: "Hang",
  Hans: "Hani",
  Hant: "Hani",
};
