/** A text in folded characters. */
export interface FoldedLine {
  line: string;
  /** Where the character of the text begins that each UTF-16 unit of the line comes from; absent where all are equal. */
  starts?: number[];
  /** Where it ends. */
  ends?: number[];
}

/** Plain signs as they are, and any other character with its marks; the parts of a Korean one count as one. */
const CHARACTERS =
  /[\0-\x7F]+(?!\p{M})|[\u1100-\u1112][\u1161-\u1175][\u11A8-\u11C2]?|[^\p{M}\uFF9E\uFF9F][\p{M}\uFF9E\uFF9F]*|[\p{M}\uFF9E\uFF9F]+/gu;

const NOT_PLAIN = /[^\0-\x7F]/;

/**
 * A text in the form in which its characters are compared: compatible ones as one (Unicode NFKC), digits of every
 * script as `0` to `9`, letters without accents, vowel points and strokes. Upper and lower case stay apart.
 */
export function foldedLine(text: string): FoldedLine {
  if (!NOT_PLAIN.test(text)) return { line: text };
  const parts: string[] = [];
  let last = "";
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { 0: match, index } of text.matchAll(CHARACTERS)) {
    const isPlain = !NOT_PLAIN.test(match);
    const folded = isPlain ? match : foldedCharacter(match, last);
    for (let at = 0; at < folded.length; at += 1) {
      starts.push(isPlain ? index + at : index);
      ends.push(isPlain ? index + at + 1 : index + match.length);
    }
    // Not read back from what is joined so far, which would be copied for each character.
    last = folded.at(-1) ?? last;
    parts.push(folded);
  }
  return { line: parts.join(""), starts, ends };
}

const NON_JOINER = "\u200C";
const ARABIC = /^\p{sc=Arab}/u;

function foldedCharacter(character: string, before: string): string {
  // Where the letters of Persian words do not join, parts of them meet; elsewhere it only changes how a letter looks.
  if (character.startsWith(NON_JOINER)) return ARABIC.test(before) ? NON_JOINER : "";
  // A power is no digit of its base.
  if (SUPERSCRIPT.test(character) && /^\d/.test(before)) return ` ${character.normalize("NFKC")}`;
  const known = kept.get(character);
  if (known !== undefined) return known;
  const folded = foldAnew(character);
  kept.set(character, folded);
  return folded;
}

/** What characters were folded to, since texts repeat them. */
const kept = new Map<string, string>();

/** Not to be written as letters: `™` is no `TM` at the end of a name. */
const MARKS_OF_TRADE = /^[\u2120\u2122]/u;

/** Blanks within a number. */
const NARROW_BLANK = /^[\u00A0\u2007\u2009\u202F]/u;

/** Also the lengthener of Arabic, and the marks that Armenian sets within the word that they are for. */
const IGNORED = /[\p{DI}\u0640\u055B-\u055E]/gu;

const SUPERSCRIPT = /^[⁰¹²³⁴-⁹]/u;

/** Accents, vowel points and the like, which are left out by those who type in a hurry. Those of kana make other syllables. */
const LEFT_OUT =
  /(?![\u3099\u309A])(?=\p{M})[\p{sc=Zinh}\p{sc=Latn}\p{sc=Grek}\p{sc=Cyrl}\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}\u093C\u09BC\u0A3C\u0ABC\u0B3C\u0C3C\u0CBC]/gu;

const KOREAN = /^[\u1100-\u11FF]/;

function foldAnew(character: string): string {
  if (MARKS_OF_TRADE.test(character)) return character;
  if (NARROW_BLANK.test(character)) return "\u00A0";
  const compatible = character === "º" ? "°" : character.normalize("NFKC");
  // A sign such as `´` that Unicode takes for a blank with an accent.
  const plain = /^\s\S/u.test(compatible) ? character : compatible;
  const parted = plain.normalize("NFD");
  const folded = parted
    // Of a vulgar fraction: `1½` is not 11 by 2.
    .replace(/^\d+\u2044\d*/, (fraction) => ` ${fraction}`)
    .replace(IGNORED, "")
    // It tells a word that begins so from one with the article, whose alef has none.
    .replace(/ا[\u0653-\u0655]/g, "أ")
    .replace(LEFT_OUT, "")
    .replace(/\p{Nd}/gu, digitOf)
    .replace(/[^\0-\x7F]/gu, (letter) => LETTERS[letter] ?? inCase(letter));
  return KOREAN.test(parted) ? folded.normalize("NFC") : folded;
}

/** The value of a digit of any script: Unicode has them in rows of ten. */
function digitOf(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String((code - zero) % 10);
}

/** Letters that no normal form takes apart, and signs that stand for others. */
const LETTERS: Readonly<Record<string, string>> = {
  æ: "ae",
  ð: "d",
  đ: "d",
  ɖ: "d",
  ɗ: "d",
  ə: "e",
  ɛ: "e",
  ǥ: "g",
  ɠ: "g",
  ħ: "h",
  ı: "i",
  ɨ: "i",
  ƙ: "k",
  ĸ: "k",
  ł: "l",
  ŋ: "n",
  ɲ: "n",
  œ: "oe",
  ø: "o",
  ɔ: "o",
  ß: "ss",
  þ: "th",
  ŧ: "t",
  ʉ: "u",
  ƴ: "y",
  ƶ: "z",
  ґ: "г",
  ғ: "г",
  қ: "к",
  ң: "н",
  ҳ: "х",
  ӏ: "1",
  // Arabic script: other forms of alef, kaf, ye and he, and the ye that Arabic has at the end.
  ٱ: "ا",
  ک: "ك",
  ڪ: "ك",
  ى: "ي",
  ی: "ي",
  ے: "ي",
  ې: "ي",
  ێ: "ي",
  ۆ: "و",
  ڕ: "ر",
  ڵ: "ل",
  ں: "ن",
  ة: "ه",
  ە: "ه",
  ہ: "ه",
  ھ: "ه",
  ۀ: "ه",
  // Signs.
  ʼ: "'",
  ʻ: "'",
  "\u2044": "/",
  "\u066A": "%",
  "\u066B": ".",
  "\u066C": ",",
  "\u02DA": "°",
};

function inCase(letter: string): string {
  const lower = letter.toLowerCase();
  const folded = lower === letter ? undefined : LETTERS[lower];
  return folded === undefined ? letter : folded.charAt(0).toUpperCase() + folded.slice(1);
}
