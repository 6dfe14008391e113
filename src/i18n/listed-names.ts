/** A name of a list, or what stands between two of them. */
interface ListPart {
  type: "element" | "literal";
  value: string;
}

/** Several names as a phrase of a language: `A, B and C`, `A, B et C`, `A、B、C`. */
export function listedNames(names: readonly string[], language: string): ListPart[] {
  return new Intl.ListFormat(listLanguage(language), { type: "conjunction" }).formatToParts(names);
}

/** What stands between names that are only put side by side: `, `, in Arabic `، `, in Japanese `、`. */
export function nameSeparator(language: string): string {
  return SEPARATORS[new Intl.Locale(language).maximize().script ?? ""] ?? ", ";
}

/** By script. */
const SEPARATORS: Readonly<Record<string, string>> = {
  Arab: "، ",
  Hans: "、",
  Hant: "、",
  Jpan: "、",
};

/** Newspapers of the United States set no comma before “and” either, but their locale does. */
function listLanguage(language: string): string {
  return new Intl.Locale(language).language === "en" ? "en-GB" : language;
}
