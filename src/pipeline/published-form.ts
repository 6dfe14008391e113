import { datedParts } from "../domain/article.ts";
import type { Article } from "../domain/article.ts";
import type { BodyMetadata } from "../domain/body.ts";
import type { Instant } from "../domain/dates.ts";

/**
 * A published article without its parts that are dated later than now: changes, corrections, the end of a live blog,
 * and updates of one with all that they hold. They wait for their time as articles do. `metadataOf` tells what the text
 * holds once those updates are left out; it is asked only where there are any.
 */
export function publishedForm(
  article: Article,
  now: Instant,
  metadataOf: (article: Article) => BodyMetadata,
): Article {
  const later = [...datedParts(article)].filter(({ instant }) => instant > now);
  if (later.length === 0) return article;
  const { ended, ...rest } = article;
  const form: Article = {
    ...rest,
    updates: article.updates.filter(({ instant }) => instant <= now),
    corrections: article.corrections.filter(({ instant }) => instant <= now),
    ...(ended === undefined || ended > now ? {} : { ended }),
  };
  const withheld = later.flatMap((one) => (one.part === "live-update" ? [one.update.id] : []));
  if (withheld.length === 0) return form;
  form.withheld = withheld;
  return { ...form, metadata: metadataOf(form) };
}

/** The published forms of articles, whose texts lie in a content folder. What parses them is loaded where one is to be parsed. */
export async function publishedForms(
  content: string,
  articles: readonly Article[],
  now: Instant,
): Promise<Article[]> {
  const waits = (article: Article): boolean =>
    datedParts(article).some(({ part, instant }) => part === "live-update" && instant > now);
  const { parseAgain } = articles.some(waits)
    ? await import("../loader/read-body.ts")
    : { parseAgain: undefined };
  return articles.map((article) =>
    publishedForm(article, now, (form) => {
      if (parseAgain === undefined) throw new Error(`${form.file} has no update that waits.`);
      return parseAgain(content, form).metadata;
    }),
  );
}
