import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gunzipSync } from "fflate";
import { expect } from "vitest";
import { loadPublication } from "../../src/pipeline/load-publication.ts";
import { readBody } from "../../src/loader/read-body.ts";
import type { Publication } from "../../src/domain/publication.ts";
import { bodySections } from "../../src/markdown/sections.ts";
import { openArchive } from "../../src/search/client/archive-search.ts";
import type { ArchiveQuery } from "../../src/search/client/archive-search.ts";
import { startEngine } from "../../src/search/pagefind/engine.ts";
import type { Pagefind, PagefindResult } from "../../src/search/pagefind/engine.ts";
import {
  readIndexFile,
  readMeta,
  readWords,
  wordsValue,
  writeIndexFile,
} from "../../src/search/pagefind/index-format.ts";
import type { IndexFiles } from "../../src/search/pagefind/index-format.ts";
import { preparedParts } from "../../src/search/prepared-parts.ts";
import { recordPage } from "../../src/search/pagefind/record-page.ts";
import { indexedRecord } from "../../src/search/indexed-record.ts";
import { searchPeriods, searchRecords } from "../../src/search/search-records.ts";
import type { TextFile } from "../../src/search/search-records.ts";
import { spacedQuery } from "../../src/search/spaced-words.ts";
import { storedRecord } from "../../src/search/stored-record.ts";
import { fetchFiles, writeTestIndex } from "../fixtures/search-index.ts";
import { chanceFrom } from "./random.ts";
import type { Chance } from "./random.ts";

/** What the same queries found in an index of periods and in one index of everything. */
interface Parity {
  kind: "words" | "pairs" | "names" | "misspellings";
  queries: number;
  /** Queries that find the same articles. */
  sameSet: number;
  /** Queries of which the newest first come in the same order. */
  sameOrder: number;
  /** Part of the first ten that both have, of the query that shares least. */
  leastShared: number;
  /** Queries for which a plain index finds fewer, since it looks into one file of words where two have some. */
  plainFindsFewer: number;
  /** Queries for which a plain index finds anything that is not found in the one of periods. */
  plainFindsOthers: number;
}

/** A publication in both indexes. */
interface TwoIndexes {
  publication: Publication;
  /** Names of the periods. */
  periods: string[];
  compare: (queries: readonly Query[]) => Promise<Parity[]>;
}

interface Query {
  kind: Parity["kind"];
  text: string;
}

/**
 * Indexes a content folder twice, as a build does and by Pagefind alone, below `folder`. Stands in for `fetch` from
 * then on.
 */
async function indexTwice(content: string, folder: string): Promise<TwoIndexes> {
  mkdirSync(folder, { recursive: true });
  const { publication } = await loadPublication({
    content,
    cache: join(folder, "cache"),
    now: Date.UTC(2027, 0, 1),
    clock: Date.now,
    codeVersion: "",
  });
  if (publication === undefined) throw new Error(`${content} has errors.`);
  const sections = (text: TextFile) => bodySections(readBody({ content }, text));
  const { language } = publication.site;
  const periods = searchPeriods(publication);
  await writeTestIndex(folder, language, periods, sections);
  const articles = periods.flatMap((period) => period.articles);
  const html = [...searchRecords(articles, sections)].map((record) => ({
    url: record.path,
    content: recordPage(indexedRecord(record, preparedParts(storedRecord(record)), language)),
  }));
  const plain = await plainIndex(html, language);
  globalThis.fetch = fetchFiles();
  const base = `${pathToFileURL(folder).href}/`;
  return {
    publication,
    periods: periods.map(({ name }) => name),
    compare: (queries) => compare(base, plain, queries),
  };
}

/** One index of everything, as Pagefind makes it. */
async function plainIndex(
  pages: readonly { url: string; content: string }[],
  forceLanguage: string,
): Promise<IndexFiles> {
  const { close, createIndex } = await import("pagefind");
  const { index } = await createIndex({ forceLanguage, writePlayground: false });
  if (index === undefined) throw new Error("Pagefind does not begin.");
  for (const page of pages) await index.addHTMLFile(page);
  const { files } = await index.getFiles();
  await close();
  return new Map(files.map(({ path, content }) => [path, content]));
}

async function compare(
  base: string,
  plain: IndexFiles,
  queries: readonly Query[],
): Promise<Parity[]> {
  const archive = await openArchive(base);
  const metaPath = [...plain.keys()].find((path) => path.endsWith(".pf_meta")) ?? "";
  const meta = readMeta(readIndexFile(gunzipSync(plain.get(metaPath) ?? new Uint8Array())));
  const pageOf = new Map(meta.pages.map(([fragment], page) => [fragment, page]));
  const start = async (files: IndexFiles): Promise<Pagefind> => {
    const read = (path: string) => Promise.resolve(new Uint8Array(files.get(path) ?? []));
    return (await startEngine(base, read)).pagefind;
  };
  const allWords = await start(withoutShortWords(plain));
  // Each file of words is fetched for the first word that it may hold.
  for (const [from] of meta.chunks) await allWords.search(from);

  const parities = new Map<Query["kind"], Parity>();
  for (const { kind, text } of queries) {
    const spaced = spacedQuery(text);
    const query = spaced.flatMap(({ words }) => words).join(" ");
    const asked: ArchiveQuery = {
      query: spaced,
      filters: {},
      order: "best",
      least: 10,
      counted: false,
    };
    const known = ({ id }: PagefindResult): number => pageOf.get(id) ?? -1;
    const answer = await archive.search(asked);
    const best = answer.results.map(({ id }) => Number(id));
    const newest = await archive.search({ ...asked, order: "newest" });
    const newestPages = newest.results.map(({ id }) => Number(id));
    // For a word that is nowhere, Pagefind takes what its longest known beginning finds; here nothing is found.
    const full = answer.unknown.length > 0 ? [] : (await allWords.search(query)).results.map(known);
    const inPlain = (await (await start(plain)).search(query)).results.map(known);

    const set = new Set(best);
    const byTime = full.toSorted((a, b) => a - b);
    const isSame = full.length === best.length && full.every((page) => set.has(page));
    const isSameOrder =
      newestPages.every((page, at) => page === byTime[at]) &&
      (!newest.whole || newestPages.length === byTime.length);
    const first = new Set(best.slice(0, 10));
    const firstFull = full.slice(0, 10);
    const shared =
      firstFull.length === 0
        ? Number(best.length === 0)
        : firstFull.filter((page) => first.has(page)).length / firstFull.length;
    const so = parities.get(kind) ?? {
      kind,
      queries: 0,
      sameSet: 0,
      sameOrder: 0,
      leastShared: 1,
      plainFindsFewer: 0,
      plainFindsOthers: 0,
    };
    parities.set(kind, {
      kind,
      queries: so.queries + 1,
      sameSet: so.sameSet + Number(isSame),
      sameOrder: so.sameOrder + Number(isSameOrder),
      leastShared: Math.min(so.leastShared, shared),
      plainFindsFewer: so.plainFindsFewer + Number(inPlain.length < best.length),
      plainFindsOthers: so.plainFindsOthers + Number(inPlain.some((page) => !set.has(page))),
    });
  }
  return [...parities.values()];
}

/**
 * The same index without words of one or two letters, which begin so many others: where nothing else is found, Pagefind
 * takes what has one of them for an answer.
 */
function withoutShortWords(plain: IndexFiles): IndexFiles {
  return new Map(
    [...plain].map(([path, bytes]) => {
      if (!path.endsWith(".pf_index")) return [path, bytes];
      const words = readWords(readIndexFile(gunzipSync(bytes)));
      const long = words.filter(([word]) => [...word].length > 2);
      return [path, writeIndexFile(wordsValue(long))];
    }),
  );
}

/** Numbers are left out: here they are met by themselves alone, and not by longer ones that begin with them. */
const WORD = /(?<![\p{L}\p{N}])\p{L}{4,}(?![\p{L}\p{N}])/gu;

/**
 * Queries of a publication, in tens: of each, 4 are words that some of its articles have, 3 pairs from headlines, 2
 * names of authors and 1 a word that is misspelt by one letter.
 */
function drawQueries(
  publication: Publication,
  content: string,
  chance: Chance,
  tens: number,
): Query[] {
  const articles = chance.shuffled(publication.articles);
  const seen = new Map<string, number>();
  const sample = articles.slice(0, 500).filter(({ code }) => !code);
  for (const article of sample) {
    const text = bodySections(readBody({ content }, article))
      .map((section) => section.text)
      .join(" ");
    for (const word of new Set(text.toLowerCase().match(WORD)))
      seen.set(word, (seen.get(word) ?? 0) + 1);
  }
  const middling = [...seen]
    .filter(([, count]) => count >= sample.length / 100 && count <= sample.length / 5)
    .map(([word]) => word);
  const words = chance.shuffled(middling);
  const pairs = articles.flatMap(({ title }) => {
    const [one, two] = chance.shuffled(title.match(WORD) ?? []);
    return one === undefined || two === undefined ? [] : [`${one} ${two}`];
  });
  // A word of one or two letters, such as an initial, is met by itself alone, and not by all that begin with it.
  const names = chance
    .shuffled(Object.values(publication.authors))
    .map(({ name }) => name)
    .filter((name) => name.split(/\s+/).every((part) => part.length > 3));
  const misspelt = words.slice(4 * tens).map((word) => {
    const at = 1 + chance.below(word.length - 1);
    return `${word.slice(0, at)}${chance.one([..."qxzj"])}${word.slice(at + 1)}`;
  });
  const of = (kind: Query["kind"], texts: readonly string[], count: number): Query[] =>
    texts.slice(0, count).map((text) => ({ kind, text }));
  return [
    ...of("words", words, 4 * tens),
    ...of("pairs", pairs, 3 * tens),
    ...of("names", names, 2 * tens),
    ...of("misspellings", misspelt, 1 * tens),
  ];
}

/**
 * Expects queries, so many tens, to find the same in an index of `periods` periods at least and in one index by Pagefind, of
 * a content folder; indexes are written below `folder`.
 */
export async function expectParity(
  content: string,
  folder: string,
  { periods, tens, seed }: { periods: number; tens: number; seed: number },
): Promise<void> {
  const indexes = await indexTwice(content, folder);
  expect(indexes.periods.length).toBeGreaterThanOrEqual(periods);
  const queries = drawQueries(indexes.publication, content, chanceFrom(seed), tens);
  const parities = await indexes.compare(queries);
  // For whoever keeps the figures: docs/decisions/0018.
  console.table(parities);
  expect(queries.length).toBe(10 * tens);
  for (const parity of parities) {
    expect(parity).toMatchObject({
      sameSet: parity.queries,
      sameOrder: parity.queries,
    });
    // Equal scores may stand in another order where the list is cut off.
    expect(parity.leastShared).toBeGreaterThanOrEqual(0.9);
    if (parity.kind !== "misspellings") expect(parity.plainFindsOthers).toBe(0);
  }
}
