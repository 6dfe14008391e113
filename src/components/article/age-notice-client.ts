/** Whole years from one moment to another by the calendar, in UTC. */
export function yearsBetween(from: Date, to: Date): number {
  const years = to.getUTCFullYear() - from.getUTCFullYear();
  const anniversary = new Date(from);
  anniversary.setUTCFullYear(to.getUTCFullYear());
  return anniversary > to ? years - 1 : years;
}

/** Says in the line that the page keeps for it how old the article is, if it is a year or more. */
export function tellAge(now: Date): void {
  const line = document.querySelector<HTMLElement>(".old-notice");
  const { since = "", words = "", language } = line?.dataset ?? {};
  const years = yearsBetween(new Date(since), now);
  if (line === null || !(years >= 1)) return;
  const ago = new Intl.RelativeTimeFormat(language).format(-years, "year");
  // The sentence may be of another direction than the page.
  const said = document.createElement("bdi");
  said.textContent = words.replace("{ago}", ago);
  line.replaceChildren(said);
  line.hidden = false;
}
