import type { BodySection } from "../markdown/sections.ts";
import { authorValue, ENDED_KIND } from "./facets.ts";
import { plainLine, spacedWords } from "./spaced-words.ts";

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
const WEIGHTS = { title: 10, description: 4, byline: 4, heading: 2 };

/**
 * The page that Pagefind reads in place of the article's own: the text alone, weighted, with the facets and what a
 * list of results shows. All of it is escaped, so no text can add an attribute that Pagefind obeys.
 */
export function recordHtml(record: SearchRecord): string {
  const byline = record.authors.map(({ name }) => name).join(", ");
  const head = [
    meta("title", record.title),
    meta("description", record.description),
    meta("byline", byline),
    meta("category", record.category.title),
    meta("kind", record.ended === true ? ENDED_KIND : record.kind),
    meta("day", record.day),
    meta("date", record.date),
    filter("category", record.category.slug),
    ...record.authors.map((author) => filter("author", authorValue(author))),
    filter("year", record.day.slice(0, 4)),
    filter("kind", record.kind),
  ];
  const body = [
    weighted("p", WEIGHTS.title, record.title),
    weighted("p", WEIGHTS.description, record.description),
    weighted("p", WEIGHTS.byline, byline),
    ...record.sections.flatMap(({ heading, text }) => [
      heading === undefined ? "" : weighted("h2", WEIGHTS.heading, heading.text, heading.id),
      text === "" ? "" : `<p>${escaped(spacedWords(text))}</p>`,
    ]),
  ];
  return `<!doctype html><html><head>${head.join("")}</head><body data-pagefind-body>${body.join("")}</body></html>`;
}

function meta(name: string, value: string): string {
  return property("meta", name, plainLine(value));
}

function filter(name: string, value: string): string {
  return property("filter", name, plainLine(value));
}

/** The value stands in an attribute of its own, since Pagefind parts `name:value` lists at commas. */
function property(kind: "meta" | "filter", name: string, value: string): string {
  return `<meta data-pagefind-${kind}="${name}[content]" content="${escaped(value)}">`;
}

function weighted(tag: string, weight: number, text: string, id = ""): string {
  const anchor = /^\S+$/u.test(id) ? ` id="${escaped(id)}"` : "";
  return `<${tag} data-pagefind-weight="${weight}"${anchor}>${escaped(spacedWords(text))}</${tag}>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.codePointAt(0)?.toString() ?? ""};`);
}
