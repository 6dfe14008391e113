import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { roundsOf } from "./incremental-change.ts";
import type { Change } from "./incremental-change.ts";
import { compareBuilds, makeWorld, startAnew } from "./incremental-world.ts";
import type { World } from "./incremental-world.ts";
import { chanceFrom } from "./random.ts";

/**
 * Declares the tests of one series: after each round of changes, what the keeping press has made is what a clean
 * build makes, byte for byte, manifest and all. Changes pile up. Where the publication has an entry that runs code,
 * each build bundles a renderer: most series are of one without.
 */
export function declareSeries(
  changes: readonly Change[],
  seed: number,
  together: number,
  { runsCode = false } = {},
): void {
  const where = runsCode ? "with an entry that runs code" : "without code";
  describe(`an incremental build leaves the bytes of a clean one, ${where}, series ${seed}`, () => {
    const chance = chanceFrom(seed);
    const rounds = roundsOf(changes, chance, together);
    let world: World | undefined;
    let base = "";

    beforeAll(async () => {
      base = mkdtempSync(join(tmpdir(), "stet-law-"));
      world = await makeWorld(base, chance, runsCode);
      expect(await compareBuilds(world)).toEqual([]);
    });
    afterAll(() => rmSync(base, { recursive: true, force: true }));

    for (const { title, apply } of rounds) {
      test(title, async () => {
        if (world === undefined) throw new Error("The first build of the series failed.");
        try {
          await apply(world);
          expect(await compareBuilds(world)).toEqual([]);
        } catch (fault) {
          // One fault is told once: the rounds after it begin with a sound bundle.
          await startAnew(world);
          throw fault;
        }
      });
    }
  });
}
