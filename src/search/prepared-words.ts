import { foldedLine } from "./folded-line.ts";
import { foldedWord, signInLetters, spelled, stemmerForm, withItsArticle } from "./word-forms.ts";

/*
 * The one place where text becomes words: for the index, for queries, for marks and for "did you mean". What is
 * parted or folded differently in two of them is not found.
 */

/** A word of a text as it is searched for. */
export interface PreparedWord {
  /** How it is compared: folded and in lower case; of a sign and of vowels written as marks, letters stand for them. */
  word: string;
  /** Where it stands, in UTF-16 units of the text. */
  start: number;
  end: number;
  /**
   * On the last word of a compound such as `e-mail`, all its parts: as one they are a word as well. On a name such as
   * `O’Brien`, which stays one word, the parts that it is found by.
   */
  parts?: string[];
  /** As it is written, where capitals within may part it: `YouTube`. */
  capitals?: string;
  /** With what was taken for its article; absent where there is none. */
  withArticle?: string;
  /** Whether it belongs to the word before it, with neither a blank nor a pause between: `100` in `$100`. */
  glued: boolean;
}

/** One character of a script that is written without blanks between words, with its marks. */
const UNSPACED = String.raw`[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u30FC\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]`;
const LETTER = String.raw`(?:(?!${UNSPACED})\p{L}\p{M}*)`;
const CHARACTER = String.raw`(?:(?!${UNSPACED})[\p{L}\p{N}]\p{M}*)`;
const APOSTROPHE = String.raw`['’‘´\x60׳]`;

/** What Arabic writes as one with the number behind it: “and”, “with”, “to”. */
const BEFORE_NUMBER = "[وفبلك]";

/** `2,000.5` and `1’000`, but no date, no address and no list. */
const NUMBER = String.raw`(?<!(?:(?!${BEFORE_NUMBER})\p{L}|\p{N})[.,]?)(?:[1-9]\d{0,2}(?:(?<between>[.,'’\u00A0])\d{3})(?:\k<between>\d{3})*(?:[.,]\d+)?|\d+[.,]\d+)(?![.,]?\d)`;

/** `U.K`, `e.g`, `Ph.D`. The full stop behind it parts it from what follows. */
const ABBREVIATION = String.raw`(?<![\p{L}\p{N}])(?:(?:${LETTER}\.)+${LETTER}{1,2}|${LETTER}{2}\.${LETTER})(?![\p{L}\p{M}\p{N}])`;

/** What is left out within a word. */
const WITHIN = String.raw`(?:(?<=[\p{L}\p{N}]\p{M}*)${APOSTROPHE}(?=\p{L})|(?<=[\u05D0-\u05EA])["״](?=[\u05D0-\u05EA])|(?<=l)·(?=l))`;

/** Most words of most texts, told from the others at once. */
const SIMPLE = String.raw`[a-z]{2,}(?=[\s,;:!?()]|\.\s|$)`;

const WORD = new RegExp(
  `(?<simple>${SIMPLE})|(?<unspaced>${UNSPACED}\\p{M}*)` +
    `|(?<plain>${ABBREVIATION}|${BEFORE_NUMBER}(?=\\d)|(?:${NUMBER}|${CHARACTER})(?:${CHARACTER}|${WITHIN})*)` +
    String.raw`|(?<sign>[\p{S}#%&@§‰])`,
  "giu",
);

const SHORT = "(?:[cdjlmnst]|(?:jus|lors|puis|quoi)?qu)";
const LONG = "(?:[dns]?[ae]ll|[cs]?oll|sull|quest|quell|un|sant|gl)";

/**
 * A word that lost its last vowel to the next one, with its apostrophe: the `l’` of `l’année`, as French, Italian
 * and Catalan write. English has the longer ones too, in `all’s` and `Dell’s`, but before consonants.
 */
const ELIDED = new RegExp(
  `^(?:${SHORT}${APOSTROPHE}(?=\\p{L})|${LONG}${APOSTROPHE}(?=[aeiouh]))`,
  "iu",
);

/** `Meta’s`: English, and Dutch and German of late. */
const POSSESSIVE = new RegExp(`(?<=[a-z])${APOSTROPHE}s$`, "iu");

/** A name in two parts, which stays one word: `O’Brien`. */
const NAME = new RegExp(`^(\\p{L}+)${APOSTROPHE}(\\p{Lu}\\p{L}{2,})$`, "u");

const CAPITAL_WITHIN = /\p{Ll}\p{Lu}/u;

/** Between the parts of a compound. */
const HYPHEN = /^(?:\.?[-‐‑֊־]|\u200C|&)$/u;

/** Between words that are asked for as they stand side by side: neither a blank nor what makes a pause. */
const GLUE = /^(?:\.?[-‐‑֊־]|[\u200C./:\\_·'’]|:\/\/)?$/u;

/** So long compounds are addresses and the like, and no words. */
const MOST_PARTS = 4;

/**
 * The words of a text in their order. They are parted by blanks and all punctuation; signs (`$`, `+`, `°`, `#`, emoji)
 * are words of their own, and so is each character of a script without blanks, since browsers and Node would cut
 * such texts differently. `don’t` and `U.K.` are one word; of `l’eau` the second is the word.
 */
export function preparedWords(text: string): PreparedWord[] {
  const { line, starts, ends } = foldedLine(text);
  const words: PreparedWord[] = [];
  let compound: PreparedWord[] = [];
  let end = 0;
  let plainEnd = 0;
  const closeCompound = (): void => {
    const last = compound.at(-1);
    if (last !== undefined && compound.length > 1) {
      const parts = compound.map(({ word }) => word);
      if (isCompound(parts)) last.parts = parts;
    }
    compound = [];
  };
  for (const { 0: match, index, groups = {} } of line.matchAll(WORD)) {
    const isPlain = groups["plain"] !== undefined;
    const [skipped, length] = isPlain ? plainRun(match) : [0, match.length];
    const from = index + skipped;
    const gap = line.slice(end, from);
    const word: PreparedWord = {
      ...wordOf(match.slice(skipped, length), groups),
      start: starts?.[from] ?? from,
      end: ends?.[index + length - 1] ?? index + length,
      glued: words.length > 0 && gap !== " " && GLUE.test(gap),
    };
    if (isPlain || groups["simple"] !== undefined) {
      if (gap === " " || !HYPHEN.test(line.slice(plainEnd, from))) closeCompound();
      compound.push(word);
      plainEnd = index + match.length;
    }
    words.push(word);
    end = index + length;
  }
  closeCompound();
  return words;
}

/** What a match is as a word. */
function wordOf(
  match: string,
  { simple, sign, plain }: Partial<Record<string, string>>,
): Pick<PreparedWord, "word" | "withArticle" | "parts" | "capitals"> {
  if (sign !== undefined) return { word: signInLetters(match) };
  const written = simple ?? spelled(match);
  const word = simple === undefined ? foldedWord(written) : written.toLowerCase();
  const capitals = CAPITAL_WITHIN.test(written) ? { capitals: written } : {};
  if (plain === undefined) return { word, ...capitals };
  const names = NAME.exec(match);
  if (names !== null) return { word, parts: names.slice(1).map(foldedWord) };
  const withArticle = withItsArticle(written);
  return { word, ...capitals, ...(withArticle === word ? {} : { withArticle }) };
}

/** Where the word itself begins and ends in what is written as one with it. */
function plainRun(match: string): [skipped: number, length: number] {
  const length = match.length - (POSSESSIVE.exec(match)?.[0].length ?? 0);
  let skipped = 0;
  for (;;) {
    const elided = ELIDED.exec(match.slice(skipped, length));
    if (elided === null) return [skipped, length];
    skipped += elided[0].length;
  }
}

function isCompound(parts: readonly string[]): boolean {
  return parts.length <= MOST_PARTS && /[^\d]/.test(parts.join(""));
}

/**
 * Words as they go into an index in `language`. At the last word of a compound stands all of it, of which Pagefind
 * makes the whole and its parts.
 */
export function indexedTokens(words: readonly PreparedWord[], language: string): string[] {
  return words
    .map(({ word, parts, capitals }) => stemmerForm(parts?.join("-") ?? capitals ?? word, language))
    .filter((token) => token !== "");
}

/** A text that is one word or a few, as it is compared. */
export function comparedForm(text: string): string {
  return preparedWords(text)
    .map(({ word }) => word)
    .join(" ");
}
