import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { anArticle, aPublication } from "../../tests/fixtures/domain-values.ts";
import { withLanguagesInOrder, writeSearchIndex } from "./search-index.ts";
import { searchRecords } from "./search-records.ts";

const folder = mkdtempSync(join(tmpdir(), "stet-search-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const publication = aPublication(
  Array.from({ length: 40 }, (_, index) => anArticle({ day: "2024-01-01", slug: `a${index}` })),
);

async function index(name: string): Promise<Map<string, string>> {
  const records = searchRecords(
    publication,
    (article) => `The text of ${article.slug}, with words.`,
  );
  const paths = await writeSearchIndex(
    records.records(() => undefined),
    join(folder, name),
  );
  return new Map(
    paths.sort().map((path) => [path, readFileSync(join(folder, name, path), "base64")]),
  );
}

test("the search index of equal records has equal bytes", async () => {
  const first = await index("first");
  expect(first.size).toBeGreaterThan(5);
  expect(await index("second")).toEqual(first);
});

test("the languages of the index stand in one order, whichever order Pagefind gives them", () => {
  const entry = (text: string): string => withLanguagesInOrder(Buffer.from(text));
  const fr = '"fr":{"hash":"fr_1","wasm":"fr","page_count":1}';
  const en = '"en":{"hash":"en_2","wasm":"en","page_count":7}';
  expect(entry(`{"version":"1","languages":{${fr},${en}},"include_characters":["_","‿"]}`)).toBe(
    `{"version":"1","languages":{${en},${fr}},"include_characters":["_","‿"]}`,
  );
});

test("the key of the records changes with an article's text, and reads no body", () => {
  const unread = (): string => {
    throw new Error("a body was read");
  };
  const changed = publication.articles.map((article, index) =>
    index === 7 ? { ...article, digest: "another" } : article,
  );
  const key = searchRecords(publication, unread).key;
  expect(searchRecords(publication, unread).key).toBe(key);
  expect(searchRecords(aPublication(changed), unread).key).not.toBe(key);
});
