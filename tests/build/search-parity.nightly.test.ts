import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, test } from "vitest";
import { makeCorpus } from "../../benchmarks/corpus/make-corpus.ts";
import { writeStetContent } from "../../benchmarks/corpus/stet-content.ts";
import { CORPUS, corpusIsMissing } from "./corpus.ts";
import { seedFrom } from "./random.ts";
import { expectParity } from "./search-parity.ts";

const seed = seedFrom("SEARCH_SEED", 20261101);
const folder = mkdtempSync(join(tmpdir(), "stet-parity-"));
const fetchKept = globalThis.fetch;
afterAll(() => {
  globalThis.fetch = fetchKept;
  rmSync(folder, { recursive: true });
});

const because = corpusIsMissing === false ? "" : ` (left out: ${corpusIsMissing})`;

test.skipIf(corpusIsMissing !== false)(
  `a hundred queries find the same in periods and in one index of a real archive, seed ${seed}${because}`,
  () => expectParity(CORPUS, join(folder, "real"), { periods: 2, tens: 10, seed }),
);

test(`a hundred queries find the same in periods and in one index of 5,000 articles, seed ${seed}`, async () => {
  const content = join(folder, "made-content");
  writeStetContent(makeCorpus({ articles: 5000, seed, images: [] }), content, "");
  await expectParity(content, join(folder, "made"), { periods: 5, tens: 10, seed });
});
