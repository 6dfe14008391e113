import { parse } from "yaml";
import { passesFilter } from "./collection-filter.ts";
import type { FilteredPost } from "./collection-filter.ts";
import { asRow, textIn } from "./row.ts";

/** Where things stand on the site, as `routes.yaml` says it. */
export interface Routes {
  /** Collections of posts in their order. */
  collections: { pattern: string; filter: string }[];
  /** Patterns of the lists of a tag and of an author; empty where there are none. */
  tag: string;
  author: string;
  notes: string[];
}

/** What Ghost does without the file. */
export function defaultRoutes(permalinks = ""): Routes {
  const pattern = permalinks === "" ? "/{slug}/" : permalinks;
  return {
    collections: [{ pattern, filter: "" }],
    tag: "/tag/{slug}/",
    author: "/author/{slug}/",
    notes: [],
  };
}

/** Reads `routes.yaml`. What is not understood is noted, and as Ghost has it without the file. */
export function readRoutes(text: string, file: string): Routes {
  let content: unknown;
  try {
    content = parse(text);
  } catch (error) {
    const why = error instanceof Error ? (error.message.split("\n")[0] ?? "") : "";
    return {
      ...defaultRoutes(),
      notes: [
        `${file} cannot be read (${why}): addresses are as Ghost makes them without the file.`,
      ],
    };
  }
  const all = asRow(content);
  const collections = Object.values(asRow(all["collections"])).flatMap((collection) => {
    const pattern = textIn(asRow(collection), "permalink");
    return pattern === "" ? [] : [{ pattern, filter: textIn(asRow(collection), "filter") }];
  });
  const taxonomies = asRow(all["taxonomies"]);
  const pages = Object.keys(asRow(all["routes"]));
  return {
    collections,
    tag: textIn(taxonomies, "tag"),
    author: textIn(taxonomies, "author"),
    notes: pages.map(
      (path) => `${file}: \`${path}\` is a page that the theme made; it is not in the archive.`,
    ),
  };
}

/** The pattern of the first collection that a post is in; undefined where it is in none. Filters not understood are noted. */
export function patternFor(
  post: FilteredPost,
  routes: Routes,
  onUnknown: (filter: string) => void,
): string | undefined {
  for (const { pattern, filter } of routes.collections) {
    const passes = filter === "" ? true : passesFilter(filter, post);
    if (passes === undefined) onUnknown(filter);
    if (passes === true) return pattern;
  }
  return undefined;
}
