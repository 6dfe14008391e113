import { idWithin } from "../loader/identity.ts";
import { absolute } from "../urls/hrefs.ts";
import type { Correction } from "../domain/article.ts";
import type { CorrectedArticle } from "../domain/corrections.ts";
import type { Site } from "../domain/publication.ts";
import { escapeXml } from "../domain/xml-text.ts";
import { inDirection, inOwnLanguage } from "../feeds/entry-html.ts";
import type { WrittenItem } from "./feed-item.ts";

/**
 * A correction as an entry of feeds. Its id follows from the article's id, its date as it was written and its place
 * among the corrections of that date: rewording it, or adding another one below, brings nothing back as unread.
 */
export function correctionItem({ article, correction }: CorrectedArticle, site: Site): WrittenItem {
  const { instant, note } = correction;
  const written = writtenDate(correction);
  const alike = article.corrections.filter((other) => writtenDate(other) === written);
  return {
    entry: {
      id: idWithin(article.id, `correction ${written} ${alike.indexOf(correction)}`),
      title: article.title,
      link: `${absolute(site, article.path)}#page-corrections`,
      summary: "",
      published: instant,
      updated: instant,
      authors: [],
      categories: [],
      ...(article.language === undefined ? {} : { language: article.language }),
      html: inDirection(
        inOwnLanguage(`<p>${escapeXml(note)}</p>`, article.language, site.language),
        site.language,
      ),
      shortHtml: "",
    },
  };
}

/** A day stays what it is in every time zone, and so does an instant. */
function writtenDate({ instant, day, timed = false }: Correction): string {
  return timed ? new Date(instant).toISOString() : day;
}
