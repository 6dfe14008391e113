import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { anArticle, aPublication } from "../../../tests/fixtures/domain-values.ts";
import { fetchFiles, writeTestIndex } from "../../../tests/fixtures/search-index.ts";
import { INDEX_FOLDER } from "../facets.ts";
import { PERIODS_FILE } from "../periods-file.ts";
import type { PeriodsFile } from "../periods-file.ts";
import { searchPeriods } from "../search-records.ts";
import type { Answer, Question } from "./search-messages.ts";
import type { SearchState } from "./search-state.ts";

/** Two opinions and three pieces of news, of which one has no ship. */
const articles = ["opinion", "news", "news", "opinion", "news"].map((kind, at) =>
  anArticle({
    day: `202${at}-05-01`,
    slug: `a-${at}`,
    kind: kind === "news" ? "news" : "opinion",
  }),
);

const folder = mkdtempSync(join(tmpdir(), "stet-search-worker-"));
let hear: (message: { data: Question }) => void;
let told: (answer: Answer) => void;
let list: PeriodsFile;
beforeAll(async () => {
  await writeTestIndex(folder, "en", searchPeriods(aPublication(articles)), ({ file }) => [
    { text: basename(file, ".mdx") === "a-4" ? "A lamp." : "A ship." },
  ]);
  list = JSON.parse(readFileSync(join(folder, INDEX_FOLDER, PERIODS_FILE), "utf8")) as PeriodsFile;
  const fetch = fetchFiles();
  vi.stubGlobal("fetch", fetch);
  vi.stubGlobal("location", { origin: "file:///" });
  vi.stubEnv("BASE_URL", `${folder}/`);
  vi.stubGlobal("self", {
    fetch,
    addEventListener: (_: string, listener: typeof hear) => (hear = listener),
    postMessage: (answer: Answer) => told(answer),
  });
  await import("./search-worker.ts");
});
afterAll(() => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

type Asked<Kind> = Kind extends Question ? Omit<Kind, "number" | "list"> : never;

function ask(question: Asked<Question>): Promise<Answer> {
  const answered = Promise.withResolvers<Answer>();
  told = answered.resolve;
  hear({ data: { ...question, number: 1, list } });
  return answered.promise;
}

function countsFor(query: string, facets: SearchState["facets"]): Promise<Answer> {
  const state: SearchState = { query, facets, order: "best" };
  return ask({ ask: "search", state, first: 10, counted: true });
}

test("what was meant is told of a search that another worker made, more of it is not", async () => {
  const state: SearchState = { query: "shpi", facets: {}, order: "best" };
  expect(await ask({ ask: "meant", state })).toMatchObject({ tell: "meant", query: "ship" });
  expect(await ask({ ask: "more", from: 10, to: 20 })).toMatchObject({ tell: "failed" });
});

test("the values of a facet that is chosen are counted as if it were not, the others by what it leaves", async () => {
  expect(await countsFor("ship", { kind: "opinion" })).toMatchObject({
    tell: "found",
    total: 2,
    counts: {
      kind: { news: 2, opinion: 2 },
      year: { 2020: 1, 2021: 0, 2022: 0, 2023: 1 },
    },
  });
  expect(await countsFor("ship", { kind: "opinion", year: "2021" })).toMatchObject({
    total: 0,
    counts: { kind: { news: 1, opinion: 0 }, year: { 2020: 1, 2021: 0, 2022: 0, 2023: 1 } },
  });
});
