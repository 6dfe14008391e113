/** So many characters stand for a text that has no headline. */
const OPENING_LENGTH = 80;

/** The first words of a text, in the place of a headline. */
export function opening(text: string): string {
  return cutAtWord(text, OPENING_LENGTH);
}

/** The text up to `most` UTF-16 units, cut between words and marked with an ellipsis when it is longer. */
export function cutAtWord(text: string, most: number): string {
  if (text.length <= most) return text;
  const head = text.slice(0, most);
  const end = /[\s\p{P}]/u.test(text.charAt(most - 1)) ? most - 1 : head.lastIndexOf(" ");
  const cut = end > most / 2 ? head.slice(0, end) : head.replace(/[\ud800-\udbff]$/, "");
  return `${cut.replace(/(?<![\s,;:.–—-])[\s,;:.–—-]+$/u, "")}…`;
}
