import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { loadPublication } from "../../src/pipeline/load-publication.ts";
import { readBody } from "../../src/loader/read-body.ts";
import { bodySections } from "../../src/markdown/sections.ts";
import { searchedTargets, searchPeriods, searchRecords } from "../../src/search/search-records.ts";
import { corpusIsMissing } from "./corpus.ts";
import { expectEqualIndexes } from "./index-makers.ts";
import { ARCHIVE, DEMO } from "./test-publications.ts";
import type { TestPublication } from "./test-publications.ts";

const folder = mkdtempSync(join(tmpdir(), "stet-own-index-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Indexes every period of a publication both ways. */
async function expectEqualPeriods({ name, now, write }: TestPublication): Promise<void> {
  const content = join(folder, name);
  await write(content);
  const { publication } = await loadPublication({
    content,
    cache: join(folder, `${name}-cache`),
    now: Date.parse(now),
    clock: Date.now,
    codeVersion: "",
  });
  if (publication === undefined) throw new Error(`${name} has errors.`);
  const periods = searchPeriods(publication);
  expect(periods.length).toBeGreaterThan(0);
  for (const { articles } of periods) {
    const records = searchRecords(articles, (text) =>
      bodySections(readBody({ content }, text), searchedTargets(text)),
    );
    await expectEqualIndexes(publication.site.language, [...records]);
  }
}

test("the index of the demonstration by the press is Pagefind's own", () =>
  expectEqualPeriods(DEMO));

const because = corpusIsMissing === false ? "" : ` (left out: ${corpusIsMissing})`;
test.skipIf(corpusIsMissing !== false)(
  `the index of a real archive by the press is Pagefind's own${because}`,
  () => expectEqualPeriods(ARCHIVE),
);
