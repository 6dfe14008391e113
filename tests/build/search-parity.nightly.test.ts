import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { makeCorpus } from "../../benchmarks/corpus/make-corpus.ts";
import { writeStetContent } from "../../benchmarks/corpus/stet-content.ts";
import { CORPUS, corpusIsMissing } from "./corpus.ts";
import { chanceFrom, seedFrom } from "./random.ts";
import { drawQueries, indexTwice } from "./search-parity.ts";

const seed = seedFrom("SEARCH_SEED", 20261101);
const folder = mkdtempSync(join(tmpdir(), "stet-parity-"));
const fetchKept = globalThis.fetch;
afterAll(() => {
  globalThis.fetch = fetchKept;
  rmSync(folder, { recursive: true });
});

async function holdsFor(content: string, out: string, periods: number): Promise<void> {
  const indexes = await indexTwice(content, out);
  expect(indexes.periods.length).toBeGreaterThanOrEqual(periods);
  const queries = drawQueries(indexes.publication, content, chanceFrom(seed));
  const parities = await indexes.compare(queries);
  // For whoever keeps the figures: docs/decisions/0018.
  console.table(parities);
  expect(queries.length).toBe(100);
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

const because = corpusIsMissing === false ? "" : ` (left out: ${corpusIsMissing})`;

test.skipIf(corpusIsMissing !== false)(
  `a hundred queries find the same in periods and in one index of a real archive, seed ${seed}${because}`,
  () => holdsFor(CORPUS, join(folder, "real"), 2),
);

test(`a hundred queries find the same in periods and in one index of 5,000 articles, seed ${seed}`, async () => {
  const content = join(folder, "made-content");
  writeStetContent(makeCorpus({ articles: 5000, seed, pictures: [] }), content, "");
  await holdsFor(content, join(folder, "made"), 5);
});
