import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { anArticle, aPublication } from "../../tests/fixtures/domain-values.ts";
import type { Article } from "../domain/article.ts";
import { openArchive } from "./client/archive-search.ts";
import type { ArchiveQuery, ArchiveSearch } from "./client/archive-search.ts";
import { startIndexer } from "./search-index.ts";
import { searchPeriods } from "./search-records.ts";
import { spacedQuery } from "./spaced-words.ts";
import { fetchFiles, writeTestIndex } from "../../tests/fixtures/search-index.ts";

const folder = mkdtempSync(join(tmpdir(), "stet-search-"));
afterAll(() => {
  vi.unstubAllGlobals();
  rmSync(folder, { recursive: true });
});

/** Writes 320 records with every facet, in a process of its own. */
const ONE_RUN = `
  const { startIndexer } = await import(${JSON.stringify(pathToFileURL(join(import.meta.dirname, "search-index.ts")).href)});
  const words = "pier harbour ship budget council market fish bolt lamp tide".split(" ");
  const records = Array.from({ length: 320 }, (_, n) => ({
    path: "/2024/01/a" + n + "/",
    title: "Title " + words[n % 10] + " " + n,
    description: "Standfirst " + words[(n * 7) % 10],
    category: { slug: "c" + (n % 7), title: "C" + (n % 7) },
    authors: [{ slug: "a" + (n % 23), name: "Author " + (n % 23) }, { slug: "b", name: "B" }],
    kind: ["news", "opinion", "review"][n % 3],
    day: 1990 + (n % 30) + "-01-01",
    date: 1990 + (n % 30) + "-01-01",
    sections: [{ text: words.slice(n % 9).join(" ") }, { heading: { text: "H", id: "h" }, text: words[n % 3] }],
  }));
  const indexer = startIndexer("en");
  const { meta, files } = await indexer.indexPeriod(records);
  await indexer.close();
  const written = [...files].map(([path, bytes]) => [path, Buffer.from(bytes).toString("base64")]);
  process.stdout.write(JSON.stringify([["meta", meta], ...written.sort()]));
`;

test("three indexes of equal records, made by three processes, have equal bytes", () => {
  const [first, ...others] = [1, 2, 3].map(() => {
    const run = spawnSync(process.execPath, ["--input-type=module", "-e", ONE_RUN], {
      encoding: "utf8",
      maxBuffer: 1e8,
    });
    expect(run.stderr).toBe("");
    return new Map(JSON.parse(run.stdout) as [string, string][]);
  });
  expect(first?.size).toBeGreaterThan(320);
  for (const other of others) expect(other).toEqual(first);
});

describe("an index, read by Pagefind's own engine", () => {
  const filler = "harbour ship budget council market fish bolt lamp tide storm crane dock ";
  const articles: Article[] = [
    anArticle({ day: "2024-01-05", slug: "headline", title: "The pier opens late" }),
    anArticle({ day: "2024-01-04", slug: "standfirst", description: "What the pier costs" }),
    anArticle({ day: "2024-01-03", slug: "byline", authors: ["pier-watch"] }),
    anArticle({ day: "2024-01-02", slug: "body", kind: "opinion" }),
    anArticle({ day: "1961-05-02", slug: "old", category: "town" }),
    anArticle({ day: "2023-03-01", slug: "chinese", language: "zh", title: "東京タワーの新年" }),
    anArticle({
      day: "2023-02-01",
      slug: "other-chinese",
      language: "zh",
      title: "京都は東にある",
    }),
    anArticle({ day: "2023-01-01", slug: "arabic", language: "ar", title: "أخبار المدينة" }),
    anArticle({ day: "2022-01-01", slug: "hostile", title: "<mark>tag</mark> &lt; quay" }),
    ...Array.from({ length: 40 }, (_, n) => anArticle({ day: "2020-01-01", slug: `filler-${n}` })),
  ];
  const publication = aPublication(articles, {
    authors: {
      desk: { slug: "desk", name: "The desk" },
      "pier-watch": { slug: "pier-watch", name: "Pier Watch" },
    },
    categories: [
      { slug: "news", title: "News", order: 1 },
      { slug: "town", title: "Town", order: 2 },
    ],
  });
  const bodies: Record<string, string> = {
    body: `${filler.repeat(9)} pier ${filler.repeat(9)} pier, and the pier again.`,
    old: "A pier of old, by the quay.",
  };
  let archive: ArchiveSearch;

  beforeAll(async () => {
    await writeTestIndex(folder, "en", searchPeriods(publication), ({ file }) => [
      { text: bodies[basename(file, ".mdx")] ?? filler.repeat(20) },
    ]);
    vi.stubGlobal("fetch", fetchFiles());
    archive = await openArchive(`${pathToFileURL(folder).href}/`);
  });

  const ask = (query: string | null, asked: Partial<ArchiveQuery> = {}) =>
    archive.search({
      query: query === null ? null : spacedQuery(query),
      filters: {},
      order: query === null ? "newest" : "best",
      least: 100,
      counted: false,
      ...asked,
    });

  async function found(query: string | null, asked: Partial<ArchiveQuery> = {}): Promise<string[]> {
    const { results } = await ask(query, asked);
    const fragments = await Promise.all(results.map((result) => result.data()));
    return fragments.map(({ url }) => /([^/]+)\/$/.exec(url)?.[1] ?? url);
  }

  test("a headline outranks a standfirst, a byline and a body", async () => {
    const [first, ...others] = await found("pier");
    expect(first).toBe("headline");
    expect(others.sort()).toEqual(["body", "byline", "old", "standfirst"]);
  });

  test("newest first holds for every age, before 1970 too", async () => {
    expect(await found("pier", { order: "newest" })).toEqual([
      "headline",
      "standfirst",
      "byline",
      "body",
      "old",
    ]);
  });

  test("facets are joined by and, and all of one are listed without a query", async () => {
    expect(await found("pier", { filters: { year: "2024", kind: "opinion" } })).toEqual(["body"]);
    expect(await found("pier", { filters: { year: "2024", category: "town" } })).toEqual([]);
    expect(await found(null, { filters: { author: "pier-watch Pier Watch" } })).toEqual(["byline"]);
    expect(await found(null, { filters: { year: "2023" } })).toEqual([
      "chinese",
      "other-chinese",
      "arabic",
    ]);
  });

  test("the values of every facet are told, with their counts", async () => {
    expect(await archive.facets()).toEqual({
      category: { news: 48, town: 1 },
      author: { "desk The desk": 48, "pier-watch Pier Watch": 1 },
      kind: { news: 48, opinion: 1 },
      year: { 1961: 1, 2020: 40, 2022: 1, 2023: 3, 2024: 4 },
    });
  });

  test("articles in other languages are found from the same search", async () => {
    expect(await found("東京")).toEqual(["chinese"]);
    expect(await found("京都は東")).toEqual(["other-chinese"]);
    expect(await found("المدينة")).toEqual(["arabic"]);
    expect((await found("東")).sort()).toEqual(["chinese", "other-chinese"]);
  });

  test("text that looks like markup is found and given as text", async () => {
    const { results } = await ask("quay");
    const fragments = await Promise.all(results.map((result) => result.data()));
    expect(fragments.map(({ meta }) => meta.title)).toContain("<mark>tag</mark> &lt; quay");
  });

  test("an address stands below the base", async () => {
    const { results } = await ask("Pier Watch");
    expect((await results[0]?.data())?.url).toMatch(/\/2024\/01\/byline\/$/);
  });
});

test.each(["zh-Hant", "ar", "tlh"])("a publication in %s gets an index", async (language) => {
  const articles = [anArticle({ day: "2024-01-01", slug: "a", title: "東京 pier" })];
  const bundle = join(folder, language);
  const site = { ...aPublication([]).site, language };
  await writeTestIndex(bundle, language, searchPeriods(aPublication(articles, { site })), () => []);
  vi.stubGlobal("fetch", fetchFiles());
  const archive = await openArchive(`${pathToFileURL(bundle).href}/`);
  const asked = {
    query: spacedQuery("pier"),
    filters: {},
    order: "best",
    least: 10,
    counted: false,
  } as const;
  expect((await archive.search(asked)).results).toHaveLength(1);
});

test("a publication without articles has an index that finds nothing", async () => {
  const bundle = join(folder, "none");
  await writeTestIndex(bundle, "en", searchPeriods(aPublication([])), () => []);
  vi.stubGlobal("fetch", fetchFiles());
  const archive = await openArchive(`${pathToFileURL(bundle).href}/`);
  const asked = { filters: {}, least: 10, counted: true } as const;
  expect(await archive.search({ ...asked, query: null, order: "newest" })).toMatchObject({
    results: [],
    whole: true,
  });
  expect(
    (await archive.search({ ...asked, query: spacedQuery("pier"), order: "best" })).results,
  ).toEqual([]);
});

test("the key of a period changes with an article's text", () => {
  const publication = aPublication([
    anArticle({ day: "2024-01-01", slug: "a" }),
    anArticle({ day: "2024-01-02", slug: "b" }),
  ]);
  const changed = publication.articles.map((article, index) =>
    index === 1 ? { ...article, digest: "another" } : article,
  );
  const keys = (of: Article[]) => searchPeriods(aPublication(of)).map(({ key }) => key);
  expect(keys(publication.articles)).toEqual(keys([...publication.articles]));
  expect(keys(changed)).not.toEqual(keys(publication.articles));
});

test("the engine is the one of the language", async () => {
  const indexer = startIndexer("fr");
  const engine = await indexer.engine();
  expect([...engine.keys()]).toEqual(["pagefind.js", "wasm.fr.pagefind"]);
  await indexer.close();
});
