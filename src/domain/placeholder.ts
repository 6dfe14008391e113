/**
 * Words that hold the place of what an author alone can know, in what the check offers to be typed: `WRITE THE HEADLINE
 * HERE`. Left in, they are told of.
 */
export function placeholder(what: string): string {
  return `WRITE ${what.toUpperCase()} HERE`;
}

/** Such words; in addresses and paths with hyphens between them. They are few, so that each beginning is followed a little way only. */
const WORDS = /\bWRITE[ -](?:[A-Z]{1,20}[ -]){1,10}HERE\b/;

/** A date of which the year and month are known at most: `2026-03-DD`, `YYYY-MM-DD hh:mm`. */
const DATE = /^(?:\d{4}|YYYY)-(?:\d\d|MM)-DD\b(?:.*hh:mm)?/;

/** A day that is not known, in a month, `2026-03`, that may be. */
export function unknownDay(month = "YYYY-MM"): string {
  return `${month}-DD`;
}

/** What in a text holds the place of something else; of a date its letters, with what stands between them. */
export function placeholderIn(text: string): string | undefined {
  return WORDS.exec(text)?.[0] ?? DATE.exec(text.trim())?.[0].replace(/^[\d-]+/, "");
}

/** What in a long text holds the place of something else, with its offset in UTF-16 units; a date at its beginning alone. */
export function* placeholdersIn(text: string): Generator<{ index: number; written: string }> {
  const date = DATE.exec(text.trim())?.[0];
  if (date !== undefined) {
    const written = date.replace(/^[\d-]+/, "");
    yield { index: text.indexOf(written), written };
  }
  for (const { 0: written, index } of text.matchAll(new RegExp(WORDS, "g")))
    yield { index, written };
}

/** What holds the place of an alternative text. */
export const ALT_TO_WRITE = placeholder("what the picture shows");

/** What holds the place of the name of who made a picture. */
export const CREDIT_TO_WRITE = placeholder("who made it");

/** What holds the place of words that are to be shown, as those of a link. */
export const WORDS_TO_WRITE = placeholder("the words");

/** What holds the place of an address of the web. */
export const ADDRESS_TO_WRITE = "https://WRITE-THE-ADDRESS-HERE/";
