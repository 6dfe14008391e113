/** The highest number up to which each one is asked for its category; beyond it, round ones tell the rest. */
const EACH_TO = 200;
const ROUND = [1000, 10_000, 100_000];

/**
 * The plural categories that a language needs for counts of articles and the like, whole numbers below a million, and
 * `other`, which stands in for any. French, Italian, Portuguese and Spanish have `many` for millions only, Polish
 * has `other` for fractions only.
 */
export function pluralCategories(language: string): Intl.LDMLPluralRule[] {
  const rules = new Intl.PluralRules(language);
  const numbers = [...Array.from({ length: EACH_TO + 1 }, (_, number) => number), ...ROUND];
  const needed = new Set(numbers.map((number) => rules.select(number)));
  return rules
    .resolvedOptions()
    .pluralCategories.filter((category) => category === "other" || needed.has(category));
}

/** Whether a language uses its category `one` for other numbers than 1, as French does for 0 and Croatian for 21. */
export function isOneForOthers(language: string): boolean {
  const rules = new Intl.PluralRules(language);
  return Array.from({ length: EACH_TO + 1 }, (_, number) => number).some(
    (number) => number !== 1 && rules.select(number) === "one",
  );
}
