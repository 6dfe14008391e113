/** A locale that tells of its script (ECMA-402, `Intl.Locale.prototype.getTextInfo`), which the types do not know yet. */
type LocaleWithTextInfo = Intl.Locale & {
  getTextInfo?: () => { direction?: "ltr" | "rtl" };
};

const directions = new Map<string, "ltr" | "rtl">();

/** The direction that a language, as a BCP 47 tag, is written in. */
export function textDirection(language: string): "ltr" | "rtl" {
  let direction = directions.get(language);
  if (direction === undefined) {
    const locale: LocaleWithTextInfo = new Intl.Locale(language);
    direction = locale.getTextInfo?.().direction ?? "ltr";
    directions.set(language, direction);
  }
  return direction;
}

/** Attributes of a text in another language than the page around it; none where it is in the same. */
export function ownLanguage(language: string | undefined): { lang?: string; dir?: "ltr" | "rtl" } {
  return language === undefined ? {} : { lang: language, dir: textDirection(language) };
}
