import { absolute, addresses, href } from "../urls/hrefs.ts";
import { CORRECTIONS_FORMATS } from "../domain/feed-formats.ts";
import { correctionsOf, NEWEST_CORRECTIONS, yearsBeyondNewest } from "../domain/corrections.ts";
import type { CorrectedArticle } from "../domain/corrections.ts";
import type { PageMeta } from "../seo/page-meta.ts";
import { showPeriod } from "../i18n/shown-dates.ts";
import { nameSeparator } from "../i18n/listed-names.ts";
import { messagesFor } from "../i18n/languages.ts";
import type { ArchiveMaps } from "./archive-maps.ts";
import type { ShownDate } from "./shown-date.ts";
import type { NamedLink } from "./named-link.ts";
import { feedLinks } from "./feed-links.ts";
import type { FeedLink } from "./feed-links.ts";
import { periodLink } from "./listing-view.ts";
import type { PeriodLink } from "./listing-view.ts";
import { pageMeta } from "./page-meta.ts";

/** One correction with the way to its article. */
export interface CorrectionEntry {
  date: ShownDate;
  note: string;
  article: NamedLink;
  /** Of the article, where it is not the publication's. */
  language?: string;
}

/** The corrections that were made: the newest, or those of a year. */
export interface CorrectionsView {
  kind: "corrections";
  meta: PageMeta;
  /** The feed of corrections. */
  feeds: FeedLink[];
  entries: CorrectionEntry[];
  /** The years that the page itself has no room for, newest first. */
  years: PeriodLink[];
  /** From a year to the newest. */
  up?: NamedLink;
}

/** The page of corrections, and a page for each year that it has no room for. */
export function correctionsFamily(maps: ArchiveMaps): {
  main: CorrectionsView;
  ofYear: (year: string) => CorrectionsView;
} {
  const { publication } = maps;
  const { site } = publication;
  const words = messagesFor(site);
  const all = correctionsOf(publication.articles);
  const years = yearsBeyondNewest(all);
  const byYear = new Map<string, CorrectedArticle[]>(years.map((year) => [year, []]));
  for (const one of all) byYear.get(one.correction.day.slice(0, 4))?.push(one);
  const entry = ({ article, correction }: CorrectedArticle): CorrectionEntry => ({
    date: { day: correction.day, iso: correction.day },
    note: correction.note,
    article: { text: article.title, href: `${href(site, article.path)}#page-corrections` },
    ...(article.language === undefined ? {} : { language: article.language }),
  });
  const path = addresses.corrections();
  const description = words.correctionsText;
  const feeds = feedLinks(path, words.corrections, CORRECTIONS_FORMATS, maps);
  return {
    main: {
      kind: "corrections",
      meta: pageMeta({ path, title: words.corrections, description }, publication),
      feeds,
      entries: all.slice(0, NEWEST_CORRECTIONS).map(entry),
      years: years.map((year) => periodLink(year, addresses.correctionsYear, maps)),
    },
    ofYear: (year) => ({
      kind: "corrections",
      meta: pageMeta(
        {
          path: addresses.correctionsYear(year),
          title: words.corrections + nameSeparator(site.language) + showPeriod(year, site.language),
          description,
          above: { name: words.corrections, url: absolute(site, path) },
        },
        publication,
      ),
      feeds,
      entries: (byYear.get(year) ?? []).map(entry),
      years: [],
      up: { text: words.corrections, href: href(site, path) },
    }),
  };
}
