import marker from "../components/article/mark-found.ts?worker&url";
import searchWorker from "../search/client/search-worker.ts?worker&url";
import article from "./scripts/article.ts?worker&url";
import articleWithParts from "./scripts/article-with-parts.ts?worker&url";
import listing from "./scripts/listing.ts?worker&url";
import notFound from "./scripts/not-found.ts?worker&url";
import pageWithPlayers from "./scripts/page-with-players.ts?worker&url";
import plain from "./scripts/plain.ts?worker&url";
import search from "./scripts/search.ts?worker&url";

/**
 * The one script of each kind of page. As a worker's each is a file of its own: what several of them hold would
 * otherwise be further files, of which a reader's browser learns only from the first. `later` is what a script fetches
 * by itself when it is needed: Vite publishes what a worker's file names only where it is named by other code too.
 */
export const PAGE_SCRIPTS = {
  article: { src: article, later: marker },
  articleWithParts: { src: articleWithParts, later: marker },
  listing: { src: listing },
  notFound: { src: notFound, later: searchWorker },
  pageWithPlayers: { src: pageWithPlayers },
  plain: { src: plain },
  search: { src: search, later: searchWorker },
} as const;

/** A kind of page by what it does in the reader's browser. */
export type PageScript = keyof typeof PAGE_SCRIPTS;
