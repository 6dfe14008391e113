import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { printBothWays } from "./both-ways.ts";
import { corpusIsMissing } from "./corpus.ts";
import { ARCHIVE, DEMO } from "./test-publications.ts";

const base = mkdtempSync(join(tmpdir(), "stet-both-ways-"));
afterAll(() => rmSync(base, { recursive: true, force: true }));

if (corpusIsMissing !== false) console.log(`Skipped for the archive: ${corpusIsMissing}.`);

const PUBLICATIONS = [DEMO, ...(corpusIsMissing === false ? [ARCHIVE] : [])];

describe("pages written as strings are those that Astro makes, byte for byte, and none is left to Astro", () => {
  test.each(PUBLICATIONS)("in $name", async (publication) => {
    const { files, differences, beyond } = await printBothWays(base, publication);
    expect(files).toBeGreaterThan(100);
    expect(differences).toEqual([]);
    expect(beyond).toEqual([]);
  });
});
