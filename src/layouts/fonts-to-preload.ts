import type { Site } from "../domain/publication.ts";
import sans from "../styles/type/sans-latin.woff2?url";
import serif from "../styles/type/serif-latin.woff2?url";

const PRESS = { serif, sans };

/**
 * Addresses of the font files that every page of a publication needs, which the browser would otherwise learn of
 * only when it has read the style sheet. Of the press's typefaces they are the ones with Latin letters, so where
 * the publication's language has another script they are left to be found.
 */
export function fontsToPreload(site: Site): readonly string[] {
  let fonts = known.get(site);
  if (fonts === undefined) {
    fonts = fontsOf(site);
    known.set(site, fonts);
  }
  return fonts;
}

/** Every page of a build asks for the same ones. */
const known = new WeakMap<Site, readonly string[]>();

function fontsOf({ theme, base, language }: Site): string[] {
  const isLatin = new Intl.Locale(language).maximize().script === "Latn";
  return (["serif", "sans"] as const).flatMap((name) => {
    const choice = theme[name];
    if (choice.kind === "file") return [base + encodeURI(choice.path.slice(1))];
    return choice.kind === "press" && isLatin ? [PRESS[name]] : [];
  });
}
