/** Longest title that result lists and browser tabs show whole, in characters. */
const SHOWN = 70;

/**
 * The `<title>` of a page: its own with the publication's name, without the name where both together would be cut
 * off, and the name alone on the front page.
 */
export function pageTitle(title: string | undefined, publication: string): string {
  if (title === undefined) return publication;
  const whole = `${title} – ${publication}`;
  return whole.length > SHOWN ? title : whole;
}
