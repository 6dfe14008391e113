const INVISIBLE = /[\u00AD\u200B\u2060\uFEFF]/g;

/** Blanks that keep a number or a word and its sign together stay. */
const BLANK = /(?:(?![\u00A0\u2007\u2009\u202F])[\s\p{Cc}])+/gu;

/** Text on one line without control and invisible characters, as results show it. */
export function plainLine(text: string): string {
  return text.replace(INVISIBLE, "").replace(BLANK, " ").trim();
}
