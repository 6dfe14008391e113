import type { BodySection } from "../markdown/sections.ts";
import { authorValue } from "./facets.ts";
import type { PreparedPart } from "./prepared-parts.ts";
import { indexedText } from "./prepared-words.ts";

/** One article as search knows it. */
export interface SearchRecord {
  /** Address below the base. */
  path: string;
  title: string;
  description: string;
  category: { slug: string; title: string };
  authors: { slug: string; name: string }[];
  kind: string;
  /** Whether it is a live blog that is over, which its label says. */
  ended?: true;
  /** `YYYY-MM-DD`. */
  day: string;
  /** For `datetime`. */
  date: string;
  sections: BodySection[];
}

/** How much a word counts, where text in the body has 1. Pagefind takes 0 to 10. */
const WEIGHTS: Readonly<Record<PreparedPart["of"], number>> = {
  title: 10,
  description: 4,
  byline: 4,
  heading: 2,
  text: 1,
};

/** Parts that count once more for an article that has the word there. Pagefind finds whatever it is told of so. */
const NAMES: readonly PreparedPart["of"][] = ["title", "description", "byline"];

/**
 * The page that Pagefind reads in place of the article's own: the words alone, weighted, with the facets, for an index
 * in `language`. All of it is
 * escaped, so no text can add an attribute that Pagefind obeys.
 */
export function recordHtml(
  record: SearchRecord,
  parts: readonly PreparedPart[],
  language: string,
): string {
  const texts = parts.map(({ of, words }) => ({ of, text: escaped(indexedText(words, language)) }));
  const head = [
    ...texts
      .filter(({ of }) => NAMES.includes(of))
      .map(({ of, text }) => property("meta", of, text)),
    filter("category", record.category.slug),
    ...record.authors.map((author) => filter("author", authorValue(author))),
    filter("year", record.day.slice(0, 4)),
    filter("kind", record.kind),
  ];
  const body = texts
    .filter(({ text }) => text !== "")
    .map(({ of, text }) => `<p data-pagefind-weight="${WEIGHTS[of]}">${text}</p>`);
  return `<!doctype html><html><head>${head.join("")}</head><body data-pagefind-body>${body.join("")}</body></html>`;
}

function filter(name: string, value: string): string {
  return property("filter", name, escaped(value));
}

/** The value stands in an attribute of its own, since Pagefind parts `name:value` lists at commas. */
function property(kind: "meta" | "filter", name: string, value: string): string {
  return `<meta data-pagefind-${kind}="${name}[content]" content="${value}">`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.codePointAt(0)?.toString() ?? ""};`);
}
