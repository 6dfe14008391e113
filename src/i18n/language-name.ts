/** The English name of a language, for those who are told of it by the check; the tag itself where it has none. */
export function languageName(language: string): string {
  const { baseName } = new Intl.Locale(language);
  return new Intl.DisplayNames("en", { type: "language" }).of(baseName) ?? language;
}
