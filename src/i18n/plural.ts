/** By plural category (CLDR); `{count}` stands for the number. */
export type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** A number of things in words, as in "3 updates". */
export function counted(words: Plural, count: number, language: string): string {
  const category = new Intl.PluralRules(language).select(count);
  const number = new Intl.NumberFormat(language).format(count);
  return (words[category] ?? words.other).replace("{count}", number);
}
