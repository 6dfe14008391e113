import { rule as duplicateRule } from "../checks/identity/duplicate.ts";
import { rule as feedIdRule } from "../checks/identity/feed-id.ts";
import { rule as collisionRule } from "../checks/path/collision.ts";
import type { Article, StandingPage } from "../domain/article.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import type { FreePath } from "../loader/free-paths.ts";
import { idWithin } from "../loader/identity.ts";
import type { DataFiles, ReferenceLocations } from "../loader/references.ts";
import { olderFirst } from "./older-article.ts";

/** An article with the places of what it names. */
export interface LocatedArticle {
  article: Article;
  places: ReferenceLocations;
}

const TOP = { line: 1, column: 1 };

/**
 * Articles that would take each other's place: one address, or one id, twice. The oldest keeps what it has, the others are
 * told. Where none has its id written down, they have one address, or one wants an old address that the other has, which
 * is told there.
 */
export function identityDiagnostics(
  articles: readonly LocatedArticle[],
  free: FreePath,
): Diagnostic[] {
  return [
    ...shared(articles, ({ path }) => path).flatMap(([first, ...others]) =>
      others.map((one) => pathTwin(one, first, free)),
    ),
    ...shared(articles, ({ id }) => id).flatMap((all) => idTwins(all)),
    ...shared(articles, ({ feedId, id }) => feedId ?? `urn:uuid:${id}`).flatMap(feedIdTwins),
  ];
}

/** At least two articles, the oldest first. */
type Several = [LocatedArticle, ...LocatedArticle[]];

/** Articles with one key, as far as several have it. */
function shared(articles: readonly LocatedArticle[], key: (article: Article) => string): Several[] {
  const first = new Map<string, LocatedArticle>();
  const groups = new Map<string, Several>();
  for (const placed of articles) {
    const own = key(placed.article);
    const other = first.get(own);
    if (other === undefined) first.set(own, placed);
    else (groups.get(own) ?? groups.set(own, [other]).get(own))?.push(placed);
  }
  const older = ({ article: a }: LocatedArticle, { article: b }: LocatedArticle): number =>
    olderFirst(a, b);
  return [...groups.values()].map((group) => group.sort(older));
}

function pathTwin({ article }: LocatedArticle, { article: other }: LocatedArticle, free: FreePath) {
  const { file, path } = article;
  const details = {
    is: "address",
    other: other.file,
    address: path,
    better: free(file, file),
  } as const;
  return collisionRule.at({ file, ...TOP }, details);
}

/** Of those that have their id written down, all but one have to lose it; or that one to which it belongs by its path. */
function idTwins(articles: Several): Diagnostic[] {
  const owner = articles.find(({ places }) => places.id === undefined);
  const keeper = owner ?? articles[0];
  return articles.flatMap((one) => {
    const { file, id } = one.article;
    if (one === keeper || one.places.id === undefined) return [];
    // The id of an article that lay there before may have been written down when it was moved away.
    const without =
      owner === undefined
        ? undefined
        : { file: owner.article.file, id: idWithin(id, owner.article.file) };
    const details = { id, other: keeper.article.file, without };
    return [duplicateRule.at({ file, ...one.places.id }, details)];
  });
}

/** Articles that feeds would call the same, because of what one of them was called before it was imported. */
function feedIdTwins([first, ...others]: Several): Diagnostic[] {
  return others.flatMap((one) => {
    const told = one.places.feedId === undefined ? first : one;
    const { feedId, file } = told.article;
    const other = told === one ? first : one;
    if (feedId === undefined || told.places.feedId === undefined) return [];
    const details = { feedId, other: other.article.file };
    return [feedIdRule.at({ file, ...told.places.feedId }, details)];
  });
}

/** Texts and sections that want one address: a standing page called as a category is. */
export function pageCollisions(
  pages: readonly StandingPage[],
  categories: DataFiles,
  free: FreePath,
): Diagnostic[] {
  const files = new Map<string, string>();
  return pages.flatMap((page) => {
    const other = categories.has(page.slug) ? `categories/${page.slug}.yaml` : files.get(page.slug);
    files.set(page.slug, page.file);
    if (other === undefined) return [];
    const better = free(page.file, page.file);
    const details = { is: "address", other, address: page.path, better } as const;
    return [collisionRule.at({ file: page.file, ...TOP }, details)];
  });
}
