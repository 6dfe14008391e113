/** A locale that tells of its script (ECMA-402, `Intl.Locale.prototype.getTextInfo`), which the types do not know yet. */
type LocaleWithTextInfo = Intl.Locale & {
  getTextInfo?: () => { direction?: "ltr" | "rtl" };
};

/** The direction that a language, as a BCP 47 tag, is written in. */
export function textDirection(language: string): "ltr" | "rtl" {
  const locale: LocaleWithTextInfo = new Intl.Locale(language);
  return locale.getTextInfo?.().direction ?? "ltr";
}

/** Attributes of a text in another language than the page around it; none where it is in the same. */
export function ownLanguage(language: string | undefined): { lang?: string; dir?: "ltr" | "rtl" } {
  return language === undefined ? {} : { lang: language, dir: textDirection(language) };
}
