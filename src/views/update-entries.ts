import type { MessageSource } from "../i18n/languages.ts";
import { idWithin } from "../loader/identity.ts";
import { inDirection, inOwnLanguage, summaryHtml } from "../feeds/entry-html.ts";
import type { FeedEntry } from "../feeds/feed.ts";
import type { BodyTargets, BodyTree } from "../markdown/body.ts";
import { cutAtWord } from "../markdown/opening.ts";
import { liveUpdates } from "../markdown/update-texts.ts";
import type { ArticleItem } from "./feed-item.ts";

/** So many characters of an update stand in a feed that cannot hold all of it. */
const SUMMARY_LENGTH = 500;

/**
 * The updates of a live blog as entries of its own feed, newest first. Their ids follow from the article's id and the
 * update's permalink, in which neither its text nor its place in the file has a part.
 */
export function updateEntries(
  { article, authors, categories }: ArticleItem,
  body: BodyTree,
  targets: BodyTargets,
  site: MessageSource,
): FeedEntry[] {
  const { address, language } = targets;
  return liveUpdates(body, targets).map(({ id, instant, name, by, text, html: plain }) => {
    const html = inDirection(inOwnLanguage(plain, article.language, language), language);
    const link = `${address}#${id}`;
    const author = by === undefined ? undefined : targets.authors[by]?.name;
    return {
      id: idWithin(article.id, id),
      title: name,
      link,
      summary: html === "" ? text : "",
      published: instant,
      updated: instant,
      authors: author === undefined ? authors : [author],
      categories,
      ...(article.language === undefined ? {} : { language: article.language }),
      html,
      shortHtml: summaryHtml(cutAtWord(text, SUMMARY_LENGTH), link, site, article.language),
    };
  });
}
