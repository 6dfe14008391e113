import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { SEARCH_TABLES } from "../fixtures/search-table.ts";
import { commitNumber, leftToNight, pickedFrom } from "../runner/tier.ts";
import { ROOT } from "../structure/project-files.ts";
import { bundleDifferences, readBundle } from "./bundles.ts";
import { expectEqualIndexes, recordsOf } from "./index-makers.ts";
import { writePublicationBelowPath } from "./pages/below-path.ts";
import { assertBuilt, checkoutAt } from "./checkout-commands.ts";
import type { TestBuild } from "./checkout-commands.ts";
import { FIXTURE_NOW } from "./publication.ts";
import { chanceFrom, seedFrom } from "./random.ts";

if (leftToNight !== false) console.log(`Skipped: ${leftToNight}.`);

const folder = mkdtempSync(join(tmpdir(), "stet-own-index-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const seed = seedFrom("SEARCH_SEED", 20261101);

/** Languages that Pagefind has stemmers for, and one that it has none for; six are tried, except at night. */
const STEMMED =
  "ar hy eu ca da nl en fi fr de el hi hu id ga it lt nb ne nn no pt ro ru sr es sv ta tr yi tlh".split(
    " ",
  );

/** Letters of many scripts, and what stands between words and within them. */
const LETTERS = [
  ..."etaoinshrdlucmfwypvbgkjqxz",
  ..."ETAOINQZ0123456789",
  ..."äöüßéèçñøåłğışŁÉ",
  ..."бвгдежзийАИ",
  ..."αβγδεςάΩ",
  ..."ابتةىيءأئ",
  ..."אבגדהם",
  ..."कखगािीू्ं",
  ..."東京あアー한ก",
];
const BETWEEN = ["-", "’", ".", "/", " ", " ", " ", " ", " ", ", ", "\u200C", "‑", "&", "+", "$"];

/** Texts that nobody wrote, of words with the endings that stemmers look for. */
function madeTexts(language: string): Record<string, string> {
  const chance = chanceFrom(seed + [...language].reduce((sum, one) => sum + one.charCodeAt(0), 0));
  const known = SEARCH_TABLES.flatMap(({ texts }) => Object.values(texts).join(" ").split(/\s+/));
  const endings = ["s", "ing", "ung", "ement", "ların", "ości", "ами", "ος", "ات", "ियों", "’s", ""];
  const word = (): string =>
    chance.below(2) === 0
      ? chance.one(known) + chance.one(endings)
      : Array.from({ length: 1 + chance.below(9) }, () => chance.one(LETTERS)).join("") +
        chance.one(endings);
  return Object.fromEntries(
    Array.from({ length: 60 }, (_, at) => [
      `made-${at}`,
      Array.from({ length: 5 + chance.below(80) }, () => word() + chance.one(BETWEEN)).join(""),
    ]),
  );
}

test.each(pickedFrom(STEMMED, 6, commitNumber()))(
  `an index in %s by the press is Pagefind's own, seed ${seed}`,
  async (language) => {
    const all = Object.assign(
      {},
      ...SEARCH_TABLES.map(({ language: of, texts }) =>
        Object.fromEntries(Object.entries(texts).map(([name, text]) => [`${of}-${name}`, text])),
      ),
    ) as Record<string, string>;
    await expectEqualIndexes(language, recordsOf({ ...all, ...madeTexts(language) }));
  },
);

test.skipIf(leftToNight)("a build with --pagefind prints what one without it does", async () => {
  const content = join(folder, "content");
  await writePublicationBelowPath(content);
  const checkout = checkoutAt(ROOT);
  const options = (name: string): TestBuild => ({
    content,
    out: join(folder, name),
    cache: join(folder, "cache"),
    now: FIXTURE_NOW,
    environment: { STET_WORK: join(folder, "work") },
  });
  assertBuilt(await checkout.build(options("own")));
  assertBuilt(await checkout.build({ ...options("theirs"), pagefind: true }));
  const own = readBundle(options("own").out);
  expect([...own.keys()].filter((path) => path.endsWith(".pf_index")).length).toBeGreaterThan(0);
  expect(bundleDifferences(own, readBundle(options("theirs").out))).toEqual([]);
});
