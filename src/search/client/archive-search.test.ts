import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { anArticle, aPublication } from "../../../tests/fixtures/domain-values.ts";
import { searchPeriods } from "../search-records.ts";
import { spacedQuery } from "../spaced-words.ts";
import { fetchFiles, writeTestIndex } from "../../../tests/fixtures/search-index.ts";
import { openArchive } from "./archive-search.ts";
import type { ArchiveQuery, ArchiveSearch } from "./archive-search.ts";
import { isDoubtful, meantQuery } from "./did-you-mean.ts";

/** An article a day, newest first: one in three has a ship, the oldest a kraken, others words of their own. */
const articles = Array.from({ length: 900 }, (_, age) => {
  const day = new Date(Date.UTC(2024, 11, 31) - age * 86_400_000).toISOString().slice(0, 10);
  return anArticle({ day, slug: `a-${age}`, kind: age % 2 === 0 ? "news" : "opinion" });
});
const textOf = (age: number): string =>
  ["harbour", age % 3 === 0 ? "ship" : "", age === 899 ? "kraken" : "", age === 5 ? "ai" : "aim"]
    .concat(age === 6 ? "pier" : age > 890 ? "piers" : "lamp")
    .join(" ");

const folder = mkdtempSync(join(tmpdir(), "stet-archive-"));
let archive: ArchiveSearch;
let read: string[] = [];
beforeAll(async () => {
  const periods = searchPeriods(aPublication(articles));
  expect(periods.map(({ name }) => name)).toEqual(
    ["2024-q4", "2024-q3", "2024-q2", "2024-q1"].concat(["2023", "2022"]),
  );
  await writeTestIndex(folder, "en", periods, ({ file }) => [
    { text: textOf(Number(basename(file, ".mdx").slice(2))) },
  ]);
});
beforeEach(async () => {
  vi.stubGlobal(
    "fetch",
    fetchFiles((path) => read.push(path.slice(folder.length))),
  );
  archive = await openArchive(`${pathToFileURL(folder).href}/`);
  read = [];
});
afterAll(() => {
  vi.unstubAllGlobals();
  rmSync(folder, { recursive: true });
});

function asking(query: string | null, asked: Partial<ArchiveQuery> = {}): ArchiveQuery {
  return {
    query: query === null ? null : spacedQuery(query),
    filters: {},
    order: "newest",
    least: 10,
    counted: false,
    ...asked,
  };
}

async function found(query: string | null, asked: Partial<ArchiveQuery> = {}) {
  const { results, whole, counts } = await archive.search(asking(query, asked));
  const fragments = await Promise.all(results.map((result) => result.data()));
  return { ages: fragments.map(({ url }) => Number(/a-(\d+)\/$/.exec(url)?.[1])), whole, counts };
}

const periodsRead = (): string[] => [
  ...new Set(read.flatMap((path) => /^\/pagefind\/(\d[^/]*)\//.exec(path)?.[1] ?? [])),
];

test("the newest results are looked for in the newest periods, and in older ones when more are asked for", async () => {
  const { ages, whole } = await found("ship");
  expect(ages).toEqual(
    articles.map((_, age) => age).filter((age) => age % 3 === 0 && age < ages.length * 3),
  );
  expect(ages.length).toBeGreaterThanOrEqual(10);
  expect(whole).toBe(false);
  expect(periodsRead()).not.toContain("2022");
  const all = await found("ship", { least: 1000 });
  expect(all).toMatchObject({ whole: true });
  expect(all.ages).toEqual(Array.from({ length: 300 }, (_, at) => at * 3));
});

test("a word that only the oldest article has is found, alone and beside one that all have", async () => {
  expect(await found("kraken")).toMatchObject({ ages: [899], whole: true });
  expect(await found("harbour kraken")).toMatchObject({ ages: [899], whole: true });
  expect(await found("kraken", { order: "best" })).toMatchObject({ ages: [899], whole: true });
});

test("a word is found in all its forms, in whichever period each of them stands", async () => {
  const { ages } = await found("piers", { least: 1000 });
  expect(ages).toEqual([6, ...Array.from({ length: 9 }, (_, at) => 891 + at)]);
});

test("a word of two letters is not met by longer ones that begin with it", async () => {
  expect((await found("ai", { least: 1000 })).ages).toEqual([5]);
  expect((await found("ai aim", { least: 1000 })).ages).toEqual([]);
  expect((await found("aim", { least: 1000 })).ages).toHaveLength(899);
});

test("a word that no word begins with finds nothing, alone and beside one that all have", async () => {
  for (const query of [
    "krakenfish",
    "zebra",
    "harbour zebra",
    '"harbour zebra"',
    "harbour-zebra",
  ]) {
    expect(await found(query)).toMatchObject({ ages: [], whole: true });
    expect(await found(query, { order: "best" })).toMatchObject({ ages: [], whole: true });
  }
});

test("a year is searched without the others, and all are counted when counts are asked for", async () => {
  const { ages, whole } = await found("ship", { filters: { year: "2022" } });
  expect(whole).toBe(true);
  expect(ages.every((age) => articles[age]?.day.startsWith("2022") === true)).toBe(true);
  expect(periodsRead()).toEqual(["2022"]);
  const { counts } = await found("ship", { counted: true });
  expect(counts).toMatchObject({ kind: { news: 150, opinion: 150 } });
  expect(Object.keys(counts["year"] ?? {}).sort()).toEqual(["2022", "2023", "2024"]);
});

test("without a word everything is listed, the newest first", async () => {
  const { ages, whole } = await found(null, { least: 30 });
  expect(ages.slice(0, 30)).toEqual(Array.from({ length: 30 }, (_, age) => age));
  expect(whole).toBe(false);
});

test("words in quotation marks are found next to one another", async () => {
  expect((await found('"kraken aim"')).ages).toEqual([899]);
  expect((await found('"aim kraken"')).ages).toEqual([]);
  expect((await found('lamp "harbour ship"', { least: 1000 })).ages).toHaveLength(296);
});

async function meant(query: string, asked: Partial<ArchiveQuery> = {}) {
  const all = asking(query, asked);
  const answer = await archive.search(all);
  return isDoubtful(answer) ? meantQuery(archive, query, all, answer) : "nothing else";
}

test.each([
  ["harbuor", "harbour"],
  ["Harbuor", "harbour"],
  ["harbour krakne", "harbour kraken"],
  ["harbuor krakne", "harbour kraken"],
  ['"krakne aim"', '"kraken aim"'],
  // All words are there; but nothing has both.
  ["kraken ship", undefined],
  ["zebra", undefined],
  ["krakne-aim", "kraken-aim"],
  ["zebra harbuor", undefined],
  ["ship", "nothing else"],
  ["harb", "nothing else"],
])("who searches for %s is asked about %s", async (query, offered) => {
  expect(await meant(query)).toBe(offered);
  expect(await meant(query, { order: "best" })).toBe(offered);
});

test("nothing is offered that what was chosen leaves nothing of", async () => {
  expect(await meant("krakne", { filters: { year: "2022" } })).toBe("kraken");
  expect(await meant("krakne", { filters: { year: "2024" } })).toBeUndefined();
});

test("words as texts have them are read only for a search that is in doubt, one file of a period", async () => {
  const spelt = () => read.filter((path) => path.endsWith(".words"));
  await found("ship", { least: 1000 });
  expect(spelt()).toEqual([]);
  await meant("harbuor");
  expect(spelt()).toHaveLength(6);
  expect((await archive.spellings("h")).find(({ word }) => word === "harbour")?.articles).toBe(
    // Of 92, 92, 91, 91, 365 and 169, each to a power of two.
    64 + 64 + 64 + 64 + 256 + 128,
  );
});

test("articles with some of the words come by how rare these are, in the newest periods or of a year", async () => {
  const some = async (least: number, year?: string) => {
    const { results, whole } = await archive.withSome(["harbour", "krakne", "x"], least, year);
    return { ids: results.map(({ id }) => Number(id)), whole };
  };
  const all = await some(Infinity);
  expect(all).toMatchObject({ whole: true });
  expect(all.ids.slice(0, 3)).toEqual([899, 0, 1]);
  expect(all.ids).toHaveLength(900);
  expect(await some(1)).toMatchObject({ whole: false });
  expect((await some(Infinity, "2022")).ids[0]).toBe(168);
  expect(await some(Infinity, "1999")).toEqual({ ids: [], whole: true });
});
