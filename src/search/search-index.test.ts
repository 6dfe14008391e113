import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { anArticle, aPublication } from "../../tests/fixtures/domain-values.ts";
import type { Article } from "../domain/article.ts";
import { openPagefind } from "./client/pagefind.ts";
import type { Pagefind } from "./client/pagefind.ts";
import { writeSearchIndex } from "./search-index.ts";
import { searchRecords, searchSource } from "./search-records.ts";
import { spacedQuery } from "./spaced-words.ts";

const folder = mkdtempSync(join(tmpdir(), "stet-search-"));
afterAll(() => {
  vi.unstubAllGlobals();
  rmSync(folder, { recursive: true });
});

/** Writes 320 records with every facet, in a process of its own. */
const ONE_RUN = `
  const { writeSearchIndex } = await import(${JSON.stringify(pathToFileURL(join(import.meta.dirname, "search-index.ts")).href)});
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
    age: 320 - n,
    sections: [{ text: words.slice(n % 9).join(" ") }, { heading: { text: "H", id: "h" }, text: words[n % 3] }],
  }));
  await writeSearchIndex(records, "en", process.argv[1]);
`;

test("three indexes of equal records, made by three processes, have equal bytes", () => {
  const [first, ...others] = ["1", "2", "3"].map((name) => {
    const out = join(folder, name);
    const run = spawnSync(process.execPath, ["--input-type=module", "-e", ONE_RUN, out], {
      encoding: "utf8",
    });
    expect(run.stderr).toBe("");
    return filesOf(out);
  });
  expect([...(first?.keys() ?? [])].filter((path) => path.startsWith("filter/")).length).toBe(4);
  expect(first?.size).toBeGreaterThan(320);
  for (const other of others) expect(other).toEqual(first);
});

function filesOf(place: string): Map<string, string> {
  return new Map(
    readdirSync(place, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry): [string, string] => {
        const file = join(entry.parentPath, entry.name);
        return [file.slice(place.length + 1), readFileSync(file, "base64")];
      })
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

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
  let pagefind: Pagefind;

  beforeAll(async () => {
    const out = join(folder, "pagefind");
    const source = searchSource(publication);
    const records = searchRecords(source.articles, ({ file }) => [
      { text: bodies[basename(file, ".mdx")] ?? filler.repeat(20) },
    ]);
    await writeSearchIndex(records, source.language, out);
    const start = `${pathToFileURL(folder).href}/`;
    vi.stubGlobal("fetch", (address: string) =>
      Promise.resolve(new Response(readFileSync(new URL(address.replace(/\?.*/, ""))))),
    );
    pagefind = await openPagefind(start);
  });

  async function found(query: string | null, options = {}): Promise<string[]> {
    const { results } = await pagefind.search(query === null ? null : spacedQuery(query), options);
    const fragments = await Promise.all(results.map((result) => result.data()));
    return fragments.map(({ url }) => /([^/]+)\/$/.exec(url)?.[1] ?? url);
  }

  test("a headline outranks a standfirst, a byline and a body", async () => {
    const [first, ...others] = await found("pier");
    expect(first).toBe("headline");
    expect(others.sort()).toEqual(["body", "byline", "old", "standfirst"]);
  });

  test("newest first holds for every age, before 1970 too", async () => {
    expect(await found("pier", { sort: { published: "desc" } })).toEqual([
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
    expect(await found(null, { filters: { year: "2023" }, sort: { published: "desc" } })).toEqual([
      "chinese",
      "other-chinese",
      "arabic",
    ]);
  });

  test("the values of every facet are told, with their counts", async () => {
    expect(await pagefind.filters()).toEqual({
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
    const { results } = await pagefind.search("quay");
    const fragments = await Promise.all(results.map((result) => result.data()));
    expect(fragments.map(({ meta }) => meta.title)).toContain("<mark>tag</mark> &lt; quay");
  });

  test("an address stands below the base", async () => {
    const { results } = await pagefind.search("Pier Watch");
    expect((await results[0]?.data())?.url).toMatch(/\/2024\/01\/byline\/$/);
  });
});

test.each(["zh-Hant", "ar", "tlh"])("a publication in %s gets an index", async (language) => {
  const articles = [anArticle({ day: "2024-01-01", slug: "a", title: "東京 pier" })];
  const source = searchSource(
    aPublication(articles, { site: { ...aPublication([]).site, language } }),
  );
  const records = searchRecords(source.articles, () => []);
  const written = await writeSearchIndex(records, source.language, join(folder, language));
  expect(written.filter((path) => path.startsWith("fragment/")).length).toBe(1);
  expect(written.filter((path) => path.startsWith("wasm.")).length).toBe(1);
});

test("a publication without articles gets an index that holds none", async () => {
  const written = await writeSearchIndex([], "en", join(folder, "none"));
  expect(written).toContain("pagefind-entry.json");
});

test("the key of the records changes with an article's text", () => {
  const publication = aPublication([
    anArticle({ day: "2024-01-01", slug: "a" }),
    anArticle({ day: "2024-01-02", slug: "b" }),
  ]);
  const changed = publication.articles.map((article, index) =>
    index === 1 ? { ...article, digest: "another" } : article,
  );
  const { key } = searchSource(publication);
  expect(searchSource(publication).key).toBe(key);
  expect(searchSource(aPublication(changed)).key).not.toBe(key);
});
