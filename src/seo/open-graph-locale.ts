/**
 * A language tag as `og:locale` wants it, `en_GB` (Open Graph protocol, "Optional Metadata"). Without a territory
 * in the tag there is none to tell, and a guessed one would be wrong for most.
 */
export function openGraphLocale(language: string): string | undefined {
  const { language: primary, region } = new Intl.Locale(language);
  return region === undefined ? undefined : `${primary}_${region}`;
}
