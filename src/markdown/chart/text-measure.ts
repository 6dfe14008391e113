/** Widths of signs in hundredths of the size, in a sans such as the press's, by what they look like. */
const WIDTHS: readonly [signs: RegExp, width: number][] = [
  [/[\p{M}\u200b-\u200f]/u, 0],
  [/[ijl.,:;'’|!\u00a0 ]/u, 29],
  [/[frtI()\-\u2013/]/u, 38],
  [/[mwMW%@—]/u, 92],
  [/\p{Nd}/u, 63],
  [/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u, 100],
  [/\p{Lu}/u, 68],
];

const OTHERS = 57;

/** What readers take for one sign has several characters at times. */
const SIGNS = new Intl.Segmenter("und");

/**
 * About how wide a text is set in a sans of this size. Drawings are laid out without a browser, and readers may have
 * another typeface, so it errs to the wide side.
 */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const sign of text) width += WIDTHS.find(([signs]) => signs.test(sign))?.[1] ?? OTHERS;
  return (width * size) / 100;
}

/**
 * A text in lines of at most this width, parted at spaces, and a word that is wider within itself. What is longer than
 * `most` lines ends in an ellipsis. Where either happened, `whole` is false.
 */
export function wrapped(
  text: string,
  size: number,
  width: number,
  most: number,
): { lines: string[]; whole: boolean } {
  const lines: string[] = [];
  let whole = true;
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    const joined = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && textWidth(joined, size) <= width) lines[lines.length - 1] = joined;
    else if (textWidth(word, size) <= width) lines.push(word);
    else {
      whole = false;
      lines.push(...piecesOf(word, size, width));
    }
  }
  if (lines.length > most) {
    lines.splice(most - 1, lines.length, lines.slice(most - 1).join(" "));
  }
  return {
    lines: lines.map((line) => {
      if (textWidth(line, size) <= width) return line;
      whole = false;
      const [kept = ""] = piecesOf(line, size, width - textWidth("…", size));
      return `${kept.trimEnd()}…`;
    }),
    whole,
  };
}

/** A text in pieces that are as wide as they may be, each of one sign at least. */
function piecesOf(text: string, size: number, width: number): string[] {
  const pieces: string[] = [];
  for (const { segment } of SIGNS.segment(text)) {
    const longer = `${pieces.at(-1) ?? ""}${segment}`;
    if (pieces.length > 0 && textWidth(longer, size) <= width) pieces[pieces.length - 1] = longer;
    else pieces.push(segment);
  }
  return pieces;
}
