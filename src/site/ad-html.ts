import type { Ad, AdName } from "../domain/own-parts.ts";
import { escapeXml } from "../domain/xml-text.ts";
import { messagesFor, messagesLanguage } from "../i18n/languages.ts";
import type { MessageSource } from "../i18n/languages.ts";

/**
 * An advertisement as HTML, with its label in the words of a publication. It is a note and no landmark,
 * since a page may have several. What is the owner's own in it was checked when it was read.
 */
export function adHtml(name: AdName, { html }: Ad, source: MessageSource): string {
  const advertisement = escapeXml(messagesFor(source).parts.advertisement);
  const { lang } = messagesLanguage(source);
  const said = lang === undefined ? "" : ` lang="${lang}"`;
  return (
    `<aside class="ad ad-${name}" role="note" aria-label="${advertisement}">` +
    `<p class="ad-label"${said}>${advertisement}</p><div class="ad-space">${html}</div></aside>`
  );
}
