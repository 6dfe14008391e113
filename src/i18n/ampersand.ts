import { listedNames } from "./listed-names.ts";

/**
 * A text with the word of its language in the place of each `&` between two others, as slugs are made of it: `Kunst und
 * Kultur`. Where the language has no such word, or none that is known, a blank stands there.
 */
export function withoutAmpersands(text: string, language: string): string {
  const hasWord = Intl.ListFormat.supportedLocalesOf(language).length > 0;
  const [first = "", ...others] = text.split("&").map((part) => part.trim());
  return others.reduce((before, after) => {
    if (!hasWord || before === "" || after === "") return `${before} ${after}`.trim();
    return listedNames([before, after], language)
      .map(({ value }) => value)
      .join("");
  }, first);
}
