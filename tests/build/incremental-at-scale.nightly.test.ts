import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeCorpus } from "../../benchmarks/corpus/make-corpus.ts";
import { writeStetContent } from "../../benchmarks/corpus/stet-content.ts";
import { readManifest } from "../../src/output/manifest.ts";
import { photograph } from "../fixtures/image-files.ts";
import { roundsOf } from "./incremental-change.ts";
import { addArticle, changesAtScale, daysFromNow } from "./incremental-changes-at-scale.ts";
import { compareBuilds, startAnew, worldIn } from "./incremental-world.ts";
import type { World } from "./incremental-world.ts";
import { assertBuilt } from "./checkout-commands.ts";
import { chanceFrom, seedFrom } from "./random.ts";

const ARTICLES = 2000;
const EDITS = 20;

/** A month in which nothing was published yet, so that the first article of it opens new archives. */
const NOW = "2026-03-03T12:00:00Z";

/** One article more may rewrite so many files besides those of the search, however many there are. */
const MOST_REWRITTEN = 60;

const TOLD = 10;

const seed = seedFrom("STET_TEST_SEED", 1);

describe(`an incremental build of ${ARTICLES} articles leaves the bytes of a clean one, series ${seed}`, () => {
  const chance = chanceFrom(seed);
  const images = Array.from({ length: 6 }, (_, at) => `photo-${at + 1}.jpg`);
  const corpus = makeCorpus({ articles: ARTICLES, seed, images });
  const rounds = roundsOf(changesAtScale(corpus), chance, 1).slice(0, EDITS);
  const base = mkdtempSync(join(tmpdir(), "stet-scale-"));
  const world = worldIn(base, chance, NOW, true);
  const { content } = world.options;

  beforeAll(async () => {
    const pool = join(base, "pool");
    mkdirSync(pool);
    // One is large enough for share cards; the others are small, since the clean press makes all of them each time.
    for (const [at, image] of images.entries()) {
      const [width, height] = at === 0 ? [1260, 840] : [420, 280];
      writeFileSync(join(pool, image), await photograph(width, height, at));
    }
    writeStetContent(corpus, content, pool);
    await assertSame(world);
  });
  afterAll(() => rmSync(base, { recursive: true, force: true }));

  test(`one more article, the first of its month, with two authors, four tags and a story, rewrites at most ${MOST_REWRITTEN} files`, async () => {
    const before = hashes(world);
    const [first, second] = chance.shuffled(corpus.authors);
    const tags = new Set<string>();
    while (tags.size < 4) tags.add(chance.one(corpus.article(chance.below(ARTICLES)).tags));
    addArticle(world, corpus, daysFromNow(world, 0), {
      authors: [first, second].flatMap((author) => author?.slug ?? []),
      tags: [...tags],
      story: chance.one(corpus.stories).slug,
    });
    await assertSame(world);
    const after = hashes(world);
    const rewritten = [...new Set([...before.keys(), ...after.keys()])].filter(
      (path) => before.get(path) !== after.get(path),
    );
    expect(rewritten).toContain("index.html");
    expect(rewritten.length, rewritten.join("\n")).toBeLessThanOrEqual(MOST_REWRITTEN);
  });

  for (const { title, apply } of rounds) {
    test(title, async () => {
      try {
        await apply(world);
        await assertSame(world);
      } catch (fault) {
        // One fault is told once: the edits after it begin with a sound bundle.
        await startAnew(world);
        throw fault;
      }
    });
  }
});

/** Builds with both presses; every byte has to be the same, and the bundle whole. */
async function assertSame(world: World): Promise<void> {
  const differences = await compareBuilds(world);
  const more = differences.length - TOLD;
  expect([...differences.slice(0, TOLD), ...(more > 0 ? [`and ${more} files more`] : [])]).toEqual(
    [],
  );
  assertBuilt(await world.keeping.verify(world.options));
}

/** Hashes of all files but those of the search, by path. */
function hashes({ options }: World): Map<string, string> {
  const entries = readManifest(options.out)?.entries ?? [];
  return new Map(
    entries
      .filter(({ path }) => !path.startsWith("pagefind/"))
      .map(({ path, sha256 }) => [path, sha256]),
  );
}
