import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { CORPUS, CORPUS_NOW, corpusIsMissing } from "./corpus.ts";
import { differencesBetweenMachines } from "./machines.ts";
import { FIXTURE_NOW, writePublication } from "./publication.ts";

const base = mkdtempSync(join(tmpdir(), "stet-places-"));
afterAll(() => rmSync(base, { recursive: true, force: true }));

test("in any folder, time zone and locale the bytes are the same", async () => {
  const content = join(base, "content");
  await writePublication(content);
  expect(await differencesBetweenMachines(base, content, FIXTURE_NOW)).toEqual([]);
});

test("a real archive is printed in the same bytes in any folder, time zone and locale", async ({
  skip,
}) => {
  if (corpusIsMissing !== false) return skip(corpusIsMissing);
  expect(await differencesBetweenMachines(base, CORPUS, CORPUS_NOW)).toEqual([]);
});
