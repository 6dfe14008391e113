/**
 * A language tag as `og:locale` wants it, `en_GB` (Open Graph protocol, "Optional Metadata"). Without a territory
 * in the tag there is none to tell, and a guessed one would be wrong for most.
 */
export function openGraphLocale(language: string): string | undefined {
  let locale = locales.get(language);
  if (locale === undefined) {
    const { language: primary, region } = new Intl.Locale(language);
    locale = region === undefined ? {} : { name: `${primary}_${region}` };
    locales.set(language, locale);
  }
  return locale.name;
}

/** Every page of a build asks for the same one. */
const locales = new Map<string, { name?: string }>();
