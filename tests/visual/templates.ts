import { FEED_FILES } from "../../src/domain/feed-formats.ts";
import type { RouteParams } from "../../src/urls/route-types.ts";
import { routeOf, routesOf } from "../../src/urls/route-lookup.ts";
import type { RouteName } from "../../src/urls/routes.ts";

/** A page that stands for all that one template makes. */
export interface Sample {
  /** What the template shows: `section`, `month of a tag`. */
  template: string;
  /** Path in the bundle. */
  file: string;
}

/** What an article may hold that needs a style of its own; each is looked at on one article at least. */
const PARTS: readonly [part: string, mark: RegExp][] = [
  ["a table", /<table/],
  ["code", /<pre/],
  ["footnotes", /href="#fn-/],
  ["a picture", /<main[^]*<img/],
  ["a figure", /<main[^]*<figcaption/],
  ["a quotation", /<blockquote/],
  ["an aside", /class="background/],
  ["a chart", /<figure class="chart/],
  ["a post", /class="quoted-post"/],
  ["a gallery", /class="gallery/],
  ["a timeline", /class="events/],
  ["questions and answers", /class="question/],
  ["a callout", /class="callout/],
  ["a document", /class="document-quote/],
  ["code with a name", /class="code-title/],
  ["a table with a source", /class="data-table/],
  ["a definition list", /<dl/],
  ["something to open", /<details/],
  ["contents", /class="contents"/],
  ["a note of what changed", /class="changed"/],
  ["a correction in its place", /class="correction"/],
  ["an opinion", /class="label label-opinion"[^]*<h1/],
  ["somebody who paid", /class="label-end"/],
  ["a drop of raw HTML", /<(?:kbd|abbr|small|sup)/],
  ["something to play", /class="player/],
  ["comments", /class="thread/],
  ["a live blog that goes on", /data-live="on"/],
  ["a live blog that is over", /data-live="ended"/],
  ["a story", /href="[^"]*\/stories\//],
  ["corrections", /"correction"/],
  ["corrections in a story", /"correction"[^]*href="[^"]*\/stories\//],
];

/**
 * A page of every template that a bundle has: the longest one, and of articles as many as it takes to see every
 * part that an article may have. Pages at old addresses are left out, since nobody gets to read them.
 */
export function samplesOf(bundle: ReadonlyMap<string, Buffer>): Sample[] {
  const byTemplate = new Map<string, string[]>();
  const pages = [...bundle].filter(
    ([path, bytes]) => path.endsWith(".html") && !bytes.includes('http-equiv="refresh"'),
  );
  for (const [path, bytes] of pages.sort(([, a], [, b]) => b.length - a.length)) {
    const template = templateOf(path, bytes, bundle);
    byTemplate.set(template, [...(byTemplate.get(template) ?? []), path]);
  }
  return [...byTemplate]
    .flatMap(([template, paths]) =>
      template === "article"
        ? articleSamples(paths, bundle)
        : paths.slice(0, 1).map((file) => ({ template, file })),
    )
    .sort((a, b) => (a.template < b.template ? -1 : 1));
}

/** Whether a sample is among those asked for, by parts of its template's or its page's name; none ask for all. */
export function isWanted({ template, file }: Sample, only: readonly string[]): boolean {
  return only.length === 0 || only.some((part) => `${template} ${file}`.includes(part));
}

function templateOf(file: string, bytes: Buffer, bundle: ReadonlyMap<string, Buffer>): string {
  const [route] = routesOf(`/${file.replace(/(?<![^/])index\.html$/, "")}`);
  // Only what is taken down, and what nobody should list, has no canonical address.
  const isUnlisted = route?.name === "notFound" || route?.name === "search";
  if (!isUnlisted && !bytes.includes('rel="canonical"')) return exampleOf("gone");
  if (route === undefined) return "other";
  // Sections and standing pages are told apart by their feed.
  if (route.name === "category" && !bundle.has(file.replace("index.html", FEED_FILES.rss)))
    return exampleOf("page");
  return exampleOf(route.name, route.params);
}

function exampleOf(name: RouteName, params: RouteParams = {}): string {
  const { example = "other" } = routeOf(name);
  return typeof example === "string" ? example : example(params);
}

function articleSamples(paths: readonly string[], bundle: ReadonlyMap<string, Buffer>): Sample[] {
  const partsOf = (file: string): string[] => {
    const html = bundle.get(file)?.toString("utf8") ?? "";
    return PARTS.filter(([, mark]) => mark.test(html)).map(([part]) => part);
  };
  const all = paths.map((file) => ({ file, parts: partsOf(file) }));
  const open = new Set(all.flatMap(({ parts }) => parts));
  const samples: Sample[] = [];
  while (open.size > 0) {
    const news = ({ parts }: { parts: string[] }): number =>
      parts.filter((p) => open.has(p)).length;
    const [best] = all.toSorted((a, b) => news(b) - news(a));
    if (best === undefined) break;
    const seen = best.parts.filter((part) => open.delete(part));
    samples.push({ template: `article with ${seen.join(", ")}`, file: best.file });
  }
  return samples;
}
