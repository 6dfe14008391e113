import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, test } from "vitest";
import { makeCorpus } from "../../benchmarks/corpus/make-corpus.ts";
import { writeStetContent } from "../../benchmarks/corpus/stet-content.ts";
import { seedFrom } from "./random.ts";
import { expectParity } from "./search-parity.ts";

const seed = seedFrom("SEARCH_SEED", 20261101);
const folder = mkdtempSync(join(tmpdir(), "stet-parity-"));
const fetchKept = globalThis.fetch;
afterAll(() => {
  globalThis.fetch = fetchKept;
  rmSync(folder, { recursive: true });
});

test(`ten queries find the same in periods and in one index of 300 articles, seed ${seed}`, async () => {
  const content = join(folder, "content");
  writeStetContent(makeCorpus({ articles: 300, seed, images: [] }), content, "");
  await expectParity(content, join(folder, "index"), { periods: 2, tens: 1, seed });
});
