import { addresses, href } from "../urls/hrefs.ts";
import type { Article } from "../domain/article.ts";
import type { ArchiveMaps } from "./archive-maps.ts";
import { imageTeaser } from "./teaser.ts";
import type { Teaser, ImageTeaser } from "./teaser.ts";
import type { NamedLink } from "./named-link.ts";

/** What readers see first on a front. */
export interface FrontTop {
  /** Absent where nothing was published yet. */
  lead?: ImageTeaser;
  /** Other pieces of the running story that the lead belongs to. */
  story?: NamedLink & { teasers: Teaser[] };
  /** The pieces that stand beside the lead. */
  seconds: ImageTeaser[];
}

/** How many other pieces of its running story stand below a lead. */
const STORY_LINES = 3;

/**
 * Chooses the top of a front from articles that are newest first: those that are pinned, then the newest.
 * Advertisements come to the top only where they are pinned. No piece stands there twice; `used` are all of them.
 */
export function frontTop(
  articles: readonly Article[],
  seconds: number,
  maps: ArchiveMaps,
): { top: FrontTop; used: Set<Article> } {
  const { publication } = maps;
  const pinned = articles.filter(({ path }) => maps.pinned.has(path));
  const news = articles.filter(({ kind }) => kind !== "sponsored");
  const lead = pinned[0] ?? news[0];
  if (lead === undefined) return { top: { seconds: [] }, used: new Set() };
  const used = new Set([lead]);
  const pieces =
    lead.story === undefined
      ? []
      : takeUnused(
          (maps.byStory.get(lead.story) ?? []).filter(({ kind }) => kind !== "sponsored"),
          STORY_LINES,
          used,
        );
  const beside = takeUnused(pinned, seconds, used);
  beside.push(...takeUnused(news, seconds - beside.length, used));
  return {
    top: {
      lead: imageTeaser(lead, publication),
      ...(lead.story === undefined || pieces.length === 0
        ? {}
        : {
            story: {
              text: publication.stories[lead.story]?.title ?? lead.story,
              href: href(publication.site, addresses.story(lead.story)),
              teasers: pieces.map(maps.teaser),
            },
          }),
      seconds: beside.map((article) => imageTeaser(article, publication)),
    },
    used,
  };
}

/** The first articles of a list that were not used yet, at most `most`; from now on they are. */
export function takeUnused(
  articles: Iterable<Article>,
  most: number,
  used: Set<Article>,
): Article[] {
  const taken = unusedOf(articles, most, used);
  for (const article of taken) used.add(article);
  return taken;
}

/** The first articles of a list that were not used yet, at most `most`. */
export function unusedOf(
  articles: Iterable<Article>,
  most: number,
  used: ReadonlySet<Article>,
): Article[] {
  const unused: Article[] = [];
  for (const article of articles) {
    if (unused.length >= most) break;
    if (!used.has(article)) unused.push(article);
  }
  return unused;
}
