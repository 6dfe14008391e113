import type { Article } from "../domain/article.ts";
import { newestFirst } from "../domain/article.ts";
import type { Publication } from "../domain/publication.ts";
import { resolveLink } from "../urls/resolve-link.ts";
import type { PublishedUrls } from "../urls/resolve-link.ts";

/** The numbers of the rule, which the page of the list tells its readers. */
export const POPULAR_RULE = {
  /** Points that every article begins with. */
  own: 1,
  /** Points for every later article that links to it. */
  link: 2,
  /** Points for every later piece of its running story, and how many of them count. */
  followUp: 1,
  followUps: 5,
  /** Points of the article that was read most; the others get their share of them. */
  reads: 20,
  /** Days before the newest article in which points are halved. */
  halfLife: 30,
  /** How many of the newest articles are ranked: older ones have next to nothing left. */
  ranked: 1000,
} as const;

/** An article with what speaks for it. */
export interface Ranked {
  article: Article;
  pinned: boolean;
  /** How many later articles link to it. */
  links: number;
  /** How many pieces of its running story came later. */
  followUps: number;
  /** How often it was read; absent where nobody counted. */
  reads?: number;
}

/**
 * Ranks the newest articles: what editors have pinned in their order, then by points, equal ones newest first.
 * Sponsored pieces are left out, and their links do not count.
 *
 * Age is counted in days from the newest article and not from a clock, so that a list stands until something is
 * published. Takes time by the number of links in the articles ranked.
 */
export function popularRanking(
  publication: Pick<Publication, "articles" | "popular">,
  published: PublishedUrls,
  byStory: ReadonlyMap<string, readonly Article[]>,
): Ranked[] {
  const { counts, pins } = publication.popular;
  const articles = publication.articles.filter(({ kind }) => kind !== "sponsored");
  const pinned = pins.flatMap((pin) => articles.find(({ path }) => path === pin) ?? []);
  const candidates = [...new Set([...articles.slice(0, POPULAR_RULE.ranked), ...pinned])];
  const links = linksFromLater(candidates, published);
  const hasCounts = Object.keys(counts).length > 0;
  const ranked = candidates.map((article) => ({
    article,
    pinned: pinned.includes(article),
    links: links.get(article.path) ?? 0,
    followUps: followUpsOf(article, byStory),
    ...(hasCounts ? { reads: counts[article.path] ?? 0 } : {}),
  }));
  const mostRead = Math.max(1, ...ranked.map(({ reads = 0 }) => reads));
  const weights = new Map(
    ranked.map((one) => [one, weightOf(one.article, pointsOf(one, mostRead))]),
  );
  const rankOf = ({ article }: Ranked): number => {
    const at = pinned.indexOf(article);
    return at < 0 ? pinned.length : at;
  };
  return ranked.sort(
    (a, b) =>
      rankOf(a) - rankOf(b) ||
      (weights.get(b) ?? 0) - (weights.get(a) ?? 0) ||
      newestFirst(a.article, b.article),
  );
}

function pointsOf({ links, followUps, reads = 0 }: Ranked, mostRead: number): number {
  const rule = POPULAR_RULE;
  return (
    rule.own +
    rule.link * links +
    rule.followUp * Math.min(followUps, rule.followUps) +
    (rule.reads * reads) / mostRead
  );
}

/**
 * Orders articles as their points do after they were halved for every half-life of age. It is a sum of logarithms
 * and days, for the age of one article against another is the same whichever is the newest: so no rounding lets one
 * more article change the order of the others.
 */
function weightOf(article: Article, points: number): number {
  const days = Date.parse(article.day) / 86_400_000;
  return Math.round((Math.log2(points) + days / POPULAR_RULE.halfLife) * 1e9);
}

/** How many later articles link to each, by address; several links of one count once. */
function linksFromLater(
  articles: readonly Article[],
  published: PublishedUrls,
): Map<string, number> {
  const byPath = new Map(articles.map((article) => [article.path, article]));
  const links = new Map<string, number>();
  for (const from of articles) {
    const targets = new Set<string>();
    for (const { href } of from.metadata.links) {
      const target = resolveLink(href, from, published);
      if (target.kind === "internal") targets.add(target.path);
      else if (target.kind === "moved") targets.add(target.to.split("#")[0] ?? target.to);
    }
    for (const path of targets) {
      const to = byPath.get(path);
      if (to !== undefined && newestFirst(from, to) < 0)
        links.set(path, (links.get(path) ?? 0) + 1);
    }
  }
  return links;
}

function followUpsOf(article: Article, byStory: ReadonlyMap<string, readonly Article[]>): number {
  if (article.story === undefined) return 0;
  let later = 0;
  for (const piece of byStory.get(article.story) ?? []) {
    if (newestFirst(piece, article) >= 0) break;
    if (piece.kind !== "sponsored") later += 1;
  }
  return later;
}
