import { addresses, href } from "../urls/hrefs.ts";
import type { Article } from "../domain/article.ts";
import { compareText } from "../domain/order.ts";
import type { PageMeta } from "../seo/page-meta.ts";
import { nameOrder } from "../i18n/name-order.ts";
import { showPeriod } from "../i18n/shown-dates.ts";
import { filled } from "../i18n/filled.ts";
import { messagesFor } from "../i18n/languages.ts";
import type { ArchiveMaps } from "./archive-maps.ts";
import type { NamedLink } from "./named-link.ts";
import { periodLink } from "./listing-view.ts";
import type { PeriodLink } from "./listing-view.ts";
import { pageMeta } from "./page-meta.ts";

/** A list of names with the number of articles behind each: authors, tags, the months of a year. */
export interface DirectoryView {
  kind: "directory";
  meta: PageMeta;
  subject: "authors" | "tags" | "year";
  entries: (NamedLink & { count: number })[];
  /** The years before and after this one that have articles too. */
  older?: PeriodLink;
  newer?: PeriodLink;
}

/** The months of a year, newest first. */
export function yearView(year: string, maps: ArchiveMaps): DirectoryView {
  const at = maps.years.indexOf(year);
  const [older, newer] = [maps.years[at + 1], maps.years[at - 1]];
  const { language } = maps.publication.site;
  const title = showPeriod(year, language);
  const months = [...maps.byMonth].filter(([month]) => month.startsWith(year));
  return {
    kind: "directory",
    meta: pageMeta(
      {
        path: addresses.year(year),
        title,
        description: filled(messagesFor(maps.publication.site).listed, { name: title }),
      },
      maps.publication,
    ),
    subject: "year",
    entries: months.map(([month, articles]) => ({
      text: month,
      href: href(maps.publication.site, addresses.month(month)),
      count: articles.length,
    })),
    ...(older === undefined ? {} : { older: periodLink(older, addresses.year, maps) }),
    ...(newer === undefined ? {} : { newer: periodLink(newer, addresses.year, maps) }),
  };
}

/** All authors who have published, by name. */
export function authorsView(maps: ArchiveMaps): DirectoryView {
  const { authors } = maps.publication;
  return directory(
    "authors",
    addresses.authors(),
    maps.byAuthor,
    addresses.author,
    (slug) => authors[slug]?.name,
    maps,
  );
}

/** All tags in use, by name. */
export function tagsView(maps: ArchiveMaps): DirectoryView {
  const { tags } = maps.publication;
  return directory(
    "tags",
    addresses.tags(),
    maps.byTag,
    addresses.tag,
    (slug) => tags[slug]?.name,
    maps,
  );
}

function directory(
  subject: "authors" | "tags",
  path: string,
  groups: ReadonlyMap<string, readonly Article[]>,
  pathOf: (slug: string) => string,
  nameOf: (slug: string) => string | undefined,
  maps: ArchiveMaps,
): DirectoryView {
  const { site } = maps.publication;
  const title = messagesFor(site)[subject];
  const compare = nameOrder(site.language);
  return {
    kind: "directory",
    meta: pageMeta(
      { path, title, description: filled(messagesFor(site).directory, { name: title }) },
      maps.publication,
    ),
    subject,
    entries: [...groups]
      .map(([slug, articles]) => ({
        text: nameOf(slug) ?? slug,
        href: href(site, pathOf(slug)),
        count: articles.length,
      }))
      .sort((a, b) => compare(a.text, b.text) || compareText(a.href, b.href)),
  };
}
