import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { anArticle, aPublication } from "../fixtures/domain-values.ts";
import { SEARCH_LANGUAGES } from "../fixtures/search-languages.ts";
import { SEARCH_TABLES } from "../fixtures/search-table.ts";
import { LANGUAGES_WITH_MESSAGES } from "../../src/i18n/languages.ts";
import { openArchive } from "../../src/search/client/archive-search.ts";
import type { ArchiveSearch } from "../../src/search/client/archive-search.ts";
import { foundArticle } from "../../src/search/client/found-article.ts";
import { foundPositions } from "../../src/search/found-positions.ts";
import { searchPeriods } from "../../src/search/search-records.ts";
import { spacedQuery } from "../../src/search/spaced-words.ts";
import { fetchFiles, writeTestIndex } from "../fixtures/search-index.ts";

const folder = mkdtempSync(join(tmpdir(), "stet-search-table-"));
afterAll(() => {
  vi.unstubAllGlobals();
  rmSync(folder, { recursive: true });
});

test("the table has 150 queries at least", () => {
  const queries = SEARCH_TABLES.flatMap((table) => Object.values(table.queries).flat());
  expect(queries.length).toBeGreaterThanOrEqual(150);
});

test("each language that has built-in messages has five queries at least that find something", () => {
  expect(SEARCH_LANGUAGES.map(({ language }) => language).sort()).toEqual(
    LANGUAGES_WITH_MESSAGES.toSorted(),
  );
  for (const { language, queries } of SEARCH_LANGUAGES) {
    const finding = Object.values(queries)
      .flat()
      .filter(([, ...found]) => found.length > 0);
    expect([language, finding.length >= 5]).toEqual([language, true]);
  }
});

const TABLES = [
  ...SEARCH_TABLES.map((table) => ({ ...table, of: "signs and words" })),
  ...SEARCH_LANGUAGES.map((table) => ({ ...table, of: "sentences" })),
];

describe.each(TABLES)("in $of of $language", ({ language, of, texts, queries }) => {
  let archive: ArchiveSearch;

  beforeAll(async () => {
    const bundle = join(folder, `${language} ${of}`);
    const articles = Object.keys(texts).map((slug, age) =>
      anArticle({
        day: `2024-01-${String(28 - age).padStart(2, "0")}`,
        slug,
        title: "Zz",
        description: "Zz",
      }),
    );
    await writeTestIndex(bundle, language, searchPeriods(aPublication(articles)), ({ file }) => [
      { text: texts[basename(file, ".mdx")] ?? "" },
    ]);
    vi.stubGlobal("fetch", fetchFiles());
    archive = await openArchive(`${pathToFileURL(bundle).href}/`);
  });

  describe.each(Object.entries(queries))("%s", (_, rows) => {
    test.each(rows.map(([query, ...names]) => ({ query, names: names.toSorted() })))(
      "$query finds $names",
      async ({ query, names }) => {
        const asked = { filters: {}, order: "best", least: 100, counted: false } as const;
        const { results } = await archive.search({ ...asked, query: spacedQuery(query) });
        const records = await Promise.all(results.map((result) => result.data()));
        const found = records.map(({ url }) => basename(url));
        expect(found.toSorted()).toEqual(names);
        for (const record of records) {
          const { href, text } = foundArticle(record);
          expect(text.some(({ marked }) => marked)).toBe(true);
          // The article's page marks what the list of results does.
          const words = new URLSearchParams(new URL(href, "http://a/").hash.slice(1)).get("found");
          const places = foundPositions(words ?? "")(texts[basename(record.url)] ?? "");
          expect(places.length).toBeGreaterThan(0);
        }
      },
    );
  });
});
