import { newestFirst } from "../domain/article.ts";
import type { Article, StandingPage } from "../domain/article.ts";
import type { Instant } from "../domain/dates.ts";
import { compareText } from "../domain/order.ts";
import { isPublished } from "../domain/publication.ts";
import type { Category } from "../domain/publication.ts";

/** What of a publication is public at a moment, and what is not. */
export interface PublishedParts {
  /** All articles, newest first, whatever becomes of them. */
  everything: Article[];
  /** Without those that were taken down. */
  all: Article[];
  /** Published ones. */
  articles: Article[];
  /** Drafts and scheduled ones. */
  unpublished: Article[];
  takenDown: (Article | StandingPage)[];
  pages: StandingPage[];
  /** All, in the order of the navigation. */
  categories: Category[];
  /** Those that readers get to see. */
  shownCategories: Category[];
}

/** Decides what is public. `takedowns` has the paths of what was taken down. */
export function publishedParts({
  articles: everything,
  pages: allPages,
  categories: allCategories,
  takedowns,
  now,
  preview = false,
}: {
  articles: Article[];
  pages: readonly StandingPage[];
  categories: Readonly<Record<string, Category>>;
  takedowns: ReadonlySet<string>;
  now: Instant;
  /** Whether drafts and scheduled articles count as published. */
  preview?: boolean;
}): PublishedParts {
  const isGone = ({ path }: { path: string }): boolean => takedowns.has(path);
  const all = everything.filter((article) => !isGone(article));
  const articles = preview
    ? all
    : everything.filter((article) => isPublished(article, now, takedowns));
  const unpublished = preview ? [] : all.filter((article) => !isPublished(article, now, takedowns));
  const categories = Object.values(allCategories).sort(categoryOrder);
  return {
    everything,
    all,
    articles,
    unpublished,
    takenDown: [...everything.filter(isGone), ...allPages.filter(isGone)],
    pages: allPages.filter((page) => !isGone(page)),
    categories,
    shownCategories: withoutWaiting(categories, articles, unpublished),
  };
}

/** All articles, newest first. */
export function inOrder(placed: readonly { article: Article }[]): Article[] {
  return placed.map(({ article }) => article).sort(newestFirst);
}

/** Without the sections that only articles held back stand in: their names could tell what is to come. */
function withoutWaiting(
  categories: readonly Category[],
  published: readonly Article[],
  held: readonly Article[],
): Category[] {
  const open = new Set(published.map(({ category }) => category));
  const waiting = new Set(held.map(({ category }) => category).filter((slug) => !open.has(slug)));
  return categories.filter(({ slug }) => !waiting.has(slug));
}

function categoryOrder(a: Category, b: Category): number {
  return a.order - b.order || compareText(a.title, b.title) || compareText(a.slug, b.slug);
}
