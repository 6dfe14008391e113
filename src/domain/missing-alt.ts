/**
 * What an importer writes where the old system has no alternative text. The check asks for a real one, and readers get
 * none: this says nothing of the picture.
 */
export const MISSING_ALT = "ALT MISSING";

/** An alternative text as readers get it. */
export function shownAlt(written: string): string {
  return written.trim() === MISSING_ALT ? "" : written;
}
