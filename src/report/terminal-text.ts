/**
 * How many cells of a terminal a text takes: two for the wide characters of East Asia and for emoji, none for
 * marks that are set upon another character.
 */
export function cells(text: string): number {
  let count = 0;
  for (const { segment } of SEGMENTS.segment(text)) count += WIDE.test(segment) ? 2 : 1;
  return count;
}

const SEGMENTS = new Intl.Segmenter("en", { granularity: "grapheme" });
const WIDE =
  /\p{Emoji_Presentation}|\uFE0F|[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{20000}-\u{3FFFD}]/u;

/** A word, or what stands between backticks: that is to be typed, and is not broken. */
const WORD = /(?:`` .+? ``|`[^`]+`|[^ ])+/g;

/**
 * Breaks a text between words into lines of at most `columns` cells; a longer word has a line of its own, and so has what
 * stands between backticks.
 */
export function wrap(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const [word] of text.matchAll(WORD)) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line === "" || cells(longer) <= columns) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
}

/** A text without what could move a terminal's cursor, change its colours or turn the direction of writing. */
export function printable(text: string): string {
  return text.replace(
    /[\u0000-\u0008\u000A-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g,
    "\uFFFD",
  );
}
