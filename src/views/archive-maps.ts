import { groupBy } from "../domain/archive-months.ts";
import type { Article } from "../domain/article.ts";
import type { Publication } from "../domain/publication.ts";
import { slugify } from "../domain/slug.ts";
import { knownAddresses } from "../archive/known-addresses.ts";
import type { KnownAddresses } from "../archive/resolve-link.ts";
import { cardOf } from "./card.ts";
import type { Card } from "./card.ts";
import { chromeOf } from "./chrome.ts";
import type { Chrome } from "./chrome.ts";

/** Everything that views look up, built once per build. All lists are newest first. */
export interface ArchiveMaps {
  publication: Publication;
  chrome: Chrome;
  known: KnownAddresses;
  byCategory: Map<string, Article[]>;
  byAuthor: Map<string, Article[]>;
  byTag: Map<string, Article[]>;
  byStory: Map<string, Article[]>;
  byMonth: Map<string, Article[]>;
  card: (article: Article) => Card;
}

/** Groups a publication for its views. */
export function archiveMaps(publication: Publication): ArchiveMaps {
  const { articles } = publication;
  const cards = new Map<Article, Card>();
  return {
    publication,
    chrome: chromeOf(publication),
    known: knownAddresses({ ...publication, unpublished: [] }),
    byCategory: groupBy(articles, (article) => [article.category]),
    byAuthor: groupBy(articles, (article) => article.authors),
    byTag: groupBy(articles, (article) => [...new Set(article.tags.map(slugify))]),
    byStory: groupBy(articles, (article) => (article.story === undefined ? [] : [article.story])),
    byMonth: groupBy(articles, (article) => [article.day.slice(0, 7)]),
    card: (article) => {
      const known = cards.get(article);
      if (known !== undefined) return known;
      const card = cardOf(article, publication);
      cards.set(article, card);
      return card;
    },
  };
}
