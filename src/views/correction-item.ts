import { idWithin } from "../archive/identity.ts";
import { absolute } from "../domain/addresses.ts";
import type { CorrectedArticle } from "../domain/corrections.ts";
import type { Site } from "../domain/publication.ts";
import { escapeXml } from "../domain/xml-text.ts";
import type { WrittenItem } from "./feed-views.ts";

/**
 * A correction as an entry of feeds. Its id follows from the article's id, its date as it was written and its place
 * among the corrections of that date: rewording it, or adding another one below, brings nothing back as unread.
 */
export function correctionItem({ article, correction }: CorrectedArticle, site: Site): WrittenItem {
  const { instant, day, timed, note } = correction;
  const written = timed === true ? new Date(instant).toISOString() : day;
  const alike = article.corrections.filter(
    (other) =>
      other.timed === timed && (timed === true ? other.instant === instant : other.day === day),
  );
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
      html: `<p>${escapeXml(note)}</p>`,
      shortHtml: "",
    },
  };
}
