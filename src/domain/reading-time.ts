/**
 * Words that readers of a language take in within a minute, silently and at ease: the means that the International
 * Reading Speed Texts gave (Trauzettel-Klosinski and Dietz, 2012). Of Chinese and Japanese they are characters,
 * since the words of a text are counted so.
 */
const RATES: Readonly<Record<string, number>> = {
  ar: 138,
  de: 179,
  en: 228,
  es: 218,
  fi: 161,
  fr: 195,
  he: 187,
  it: 188,
  ja: 357,
  nl: 202,
  pl: 166,
  pt: 181,
  ru: 184,
  sl: 180,
  sv: 199,
  tr: 166,
  zh: 255,
};

/**
 * Whole minutes that a text of so many words takes to read in a language, by its tag. `undefined` for what is read in
 * less than one, and for languages whose readers were not measured.
 */
export function readingMinutes(words: number, language: string): number | undefined {
  const rate = RATES[language.toLowerCase().split("-")[0] ?? ""];
  if (rate === undefined || words < rate) return undefined;
  return Math.round(words / rate);
}
