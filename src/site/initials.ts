/** Entries that begin with one letter. */
export interface InitialGroup<Entry> {
  /** The letter as a heading; `#` for what begins with no letter. */
  initial: string;
  entries: Entry[];
}

/**
 * Parts entries, which are in the order of a language, by their first letters. Letters that the language sorts as
 * one, with and without an accent, make one group.
 */
export function initialsOf<Entry>(
  entries: readonly Entry[],
  textOf: (entry: Entry) => string,
  language: string,
): InitialGroup<Entry>[] {
  const same = new Intl.Collator(language, { sensitivity: "base" });
  const groups: InitialGroup<Entry>[] = [];
  for (const entry of entries) {
    const [first = ""] = textOf(entry).trim();
    const initial = /\p{L}/u.test(first) ? first.toLocaleUpperCase(language) : "#";
    const group = groups.find((one) => same.compare(one.initial, initial) === 0);
    if (group === undefined) groups.push({ initial, entries: [entry] });
    else group.entries.push(entry);
  }
  return groups;
}
