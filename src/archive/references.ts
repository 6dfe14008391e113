import type { Article, StandingPage } from "../domain/article.ts";
import type { Place } from "../domain/body.ts";
import type { Finding } from "../domain/finding.ts";
import { nearestName } from "../domain/nearest-name.ts";
import { slugify } from "../domain/slug.ts";
import { finding } from "./diagnostics.ts";
import { idWithin } from "./identity.ts";
import type { PlacedMentions, ReferencePlaces } from "./mentions.ts";

/** An article with the places of what it names. */
export interface PlacedArticle {
  article: Article;
  places: ReferencePlaces;
}

const TOP = { line: 1, column: 1 };

/** What can be referred to: by slug, the name that readers see. */
export type Cards = ReadonlyMap<string, string>;

/** Categories, authors, stories and posts that articles name and no file declares. */
export function referenceFindings(
  texts: readonly PlacedMentions[],
  known: { categories: Cards; authors: Cards; stories: Cards; posts: Cards },
): Finding[] {
  const findings: Finding[] = [];
  const check = (
    key: "category" | "author" | "story" | "post",
    cards: Cards,
    folder: string,
    { mentions, place }: { mentions: PlacedMentions["mentions"]; place: Place | undefined },
    name: string | undefined,
  ): void => {
    if (name === undefined || cards.has(name)) return;
    const near = nearestCard(name, cards);
    findings.push(
      finding({
        code: `reference/${key}`,
        file: mentions.file,
        ...(place ?? TOP),
        message: `There is no ${key} \`${name}\`: no file ${folder}/${name}.yaml.`,
        fix:
          near === undefined
            ? `Write the file, or use one that exists in ${folder}/.`
            : `Did you mean \`${near}\`?`,
      }),
    );
  };
  for (const { mentions, places } of texts) {
    const { category, authors = [], story, facts } = mentions;
    const at = (place: Place | undefined) => ({ mentions, place });
    check("category", known.categories, "categories", at(places.category), category);
    for (const author of authors)
      check("author", known.authors, "authors", at(places.author), author);
    for (const { by, line, column, length } of facts.updates ?? [])
      check("author", known.authors, "authors", at({ line, column, length }), by);
    check("story", known.stories, "stories", at(places.story), story);
    for (const { slug, ...place } of facts.posts ?? [])
      check("post", known.posts, "posts", at(place), slug);
  }
  return findings;
}

/** The slug that was meant: the one whose card bears that name, or one that is written much the same. */
function nearestCard(written: string, cards: Cards): string | undefined {
  const wanted = slugify(written);
  for (const [slug, name] of cards) if (slugify(name) === wanted) return slug;
  return nearestName(written, cards.keys()) ?? nearestName(wanted, cards.keys());
}

/**
 * Articles that would take each other's place: one address, or one id, twice. Each is told of the other. Where neither
 * has its id written down, they have one address, or one wants an old address that the other has, which is told there.
 */
export function identityFindings(articles: readonly PlacedArticle[]): Finding[] {
  return [
    ...twins(articles, ({ path }) => path).map(([one, other]) => pathTwin(one, other)),
    ...twins(articles, ({ id }) => id)
      .filter(([one, other]) => (one.places.id ?? other.places.id) !== undefined)
      .map(([one, other]) => idTwin(one, other)),
  ];
}

/** Pairs of articles with one key, each pair both ways: the first that has it with each other one. */
function twins(
  articles: readonly PlacedArticle[],
  key: (article: Article) => string,
): [PlacedArticle, PlacedArticle][] {
  const first = new Map<string, PlacedArticle>();
  return articles.flatMap((placed): [PlacedArticle, PlacedArticle][] => {
    const twin = first.get(key(placed.article));
    if (twin === undefined) first.set(key(placed.article), placed);
    return twin === undefined
      ? []
      : [
          [twin, placed],
          [placed, twin],
        ];
  });
}

function pathTwin({ article }: PlacedArticle, { article: other }: PlacedArticle): Finding {
  return finding({
    code: "path/collision",
    file: article.file,
    ...TOP,
    message: `This article and ${other.file} have one address, ${article.path}; one would take the other's place.`,
    fix: "Rename or remove one of them.",
  });
}

function idTwin({ article, places }: PlacedArticle, other: PlacedArticle): Finding {
  const { file, id } = article;
  const without =
    places.id === undefined ? file : other.places.id === undefined && other.article.file;
  return finding({
    code: "identity/duplicate",
    file,
    ...(places.id ?? TOP),
    message: `This article and ${other.article.file} have one id, ${id}; feed readers would show only one of them.`,
    // The id of an article that lay there before may have been written down when it was moved away.
    fix: without
      ? `Remove the \`id\` if it was copied; else write \`id: ${idWithin(id, without)}\` in ${without}.`
      : "Remove the `id` of the one that was copied.",
  });
}

/** Texts and sections that want one address: a standing page called as a category is. */
export function pageCollisions(pages: readonly StandingPage[], categories: Cards): Finding[] {
  const files = new Map<string, string>();
  return pages.flatMap((page) => {
    const other = categories.has(page.slug) ? `categories/${page.slug}.yaml` : files.get(page.slug);
    files.set(page.slug, page.file);
    if (other === undefined) return [];
    return [
      finding({
        code: "path/collision",
        file: page.file,
        ...TOP,
        message: `This page and ${other} have one address, ${page.path}.`,
        fix: "Rename one of them.",
      }),
    ];
  });
}

/** One tag written in several ways: each minority is told the way most articles write it. */
export function tagFindings(
  articles: readonly PlacedArticle[],
  spelling: ReadonlyMap<string, string>,
): Finding[] {
  return articles.flatMap(({ article, places }) =>
    article.tags.flatMap((tag) => {
      const usual = spelling.get(slugify(tag)) ?? tag;
      if (usual === tag) return [];
      return [
        finding({
          code: "tag/spelling",
          file: article.file,
          ...(places.tags ?? TOP),
          message: `The tag \`${tag}\` is written \`${usual}\` elsewhere; both lead to one page.`,
          fix: `Write \`${usual}\`.`,
        }),
      ];
    }),
  );
}
