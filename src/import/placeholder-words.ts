/** Words that the check takes for a placeholder of its own; few, so that each beginning is followed a little way only. */
const WORDS = /\b(WRITE[ -](?:[A-Z]{1,20}[ -]){0,9}[A-Z]{1,20})[ -]HERE\b/g;
const DATE = /^((?:\d{4}|YYYY)-(?:\d\d|MM))-DD\b/;

/**
 * A text of an archive in which nothing is taken for a placeholder of Stet's: `WRITE YOUR NAME HERE` and `YYYY-MM-DD` keep
 * their looks, with a blank or a hyphen that does not break.
 */
export function withoutPlaceholders(text: string): string {
  return text.replace(WORDS, "$1\u00a0HERE").replace(DATE, "$1\u2011DD");
}
