import { escapeXml } from "../../domain/xml-text.ts";
import { FACETS } from "../facets.ts";
import { NAMES } from "../indexed-record.ts";
import type { IndexedRecord } from "../indexed-record.ts";

/**
 * The page that Pagefind reads in place of the article's own: the words alone, weighted, with the facets. All of it is
 * escaped, so no text can add an attribute that Pagefind obeys.
 */
export function recordPage({ runs, names, facets }: IndexedRecord): string {
  const head = [
    ...NAMES.map((name) => property("meta", name, names[name].join(" "))),
    ...FACETS.flatMap((facet) => facets[facet].map((value) => property("filter", facet, value))),
  ];
  return page(runs.map(weighted).join(""), head.join(""));
}

/** A page of nothing but words, all of one weight; a full stop behind them keeps Pagefind from adding one to the last. */
export function wordsPage(words: readonly string[], weight: number): string {
  return page(weighted({ tokens: [...words, "."], weight }));
}

function page(body: string, head = ""): string {
  return `<!doctype html><html><head>${head}</head><body data-pagefind-body>${body}</body></html>`;
}

function weighted({ tokens, weight }: IndexedRecord["runs"][number]): string {
  return `<p data-pagefind-weight="${weight}">${escapeXml(tokens.join(" "))}</p>`;
}

/**
 * The value stands in an attribute of its own, since Pagefind parts `name:value` lists at commas. It is escaped twice:
 * Pagefind reads entities in what its parser has read them in already.
 */
function property(kind: "meta" | "filter", name: string, value: string): string {
  const content = escapeXml(escapeXml(value));
  return `<meta data-pagefind-${kind}="${name}[content]" content="${content}">`;
}
