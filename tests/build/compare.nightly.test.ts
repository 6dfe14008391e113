import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { comparisonText } from "../visual/compare/changes-text.ts";
import { comparePublication, sideOf } from "../visual/compare/compare-publication.ts";
import type { Side } from "../visual/compare/compare-publication.ts";
import { copyCheckout } from "./checkout-commands.ts";
import { fixturePublication } from "./test-publications.ts";

const base = mkdtempSync(join(tmpdir(), "stet-compare-test-"));
afterAll(() => rmSync(base, { recursive: true, force: true }));

/** A revision of the press in which some files read otherwise. */
function revision(label: string, edits: Record<string, [from: string, to: string]>): Side {
  const checkout = copyCheckout(join(base, label));
  for (const [file, [from, to]] of Object.entries(edits)) {
    const text = readFileSync(join(checkout.root, file), "utf8");
    expect(text, file).toContain(from);
    writeFileSync(join(checkout.root, file), text.replace(from, to));
  }
  // As Astro leaves it after a publication with entries that run code; none of it must reach the next one.
  mkdirSync(join(checkout.root, ".astro"));
  writeFileSync(
    join(checkout.root, ".astro/content-modules.mjs"),
    'export default new Map([["gone.mdx", () => import("./gone.mjs")]]);',
  );
  return sideOf(label, checkout);
}

async function compared(before: Side, after: Side): Promise<string> {
  const folder = join(base, "compared");
  const comparison = await comparePublication(
    fixturePublication("le-quai"),
    { before, after },
    folder,
    () => undefined,
  );
  return comparisonText("le-quai", comparison, 100).replaceAll(
    /(_astro\/[\w-]+\.)[\w-]{8}(?=\.)/g,
    "$1HASH",
  );
}

const before = revision("before", {});

test("two revisions of the press are told apart by what they print of one publication", async () => {
  const after = revision("after", {
    "src/styles/reset.css": ["margin: 0;", "margin: 1px;"],
    "src/layouts/Article.astro": ['class="article"', 'class="article other"'],
  });
  expect(await compared(before, after)).toMatchInlineSnapshot(`
    "le-quai: 12 changed, 41 in names only, 120 the same

      articles: 11 changed
        changed   2024/05/crue-de-mai/index.html
                    before  …<article class="article">  <section class="…
                    after   …<article class="article other">  <section class="…
                  2024/10/droits-de-quai/index.html
                  2025/03/ecluse-fermee/index.html
                  and 8 more

      styles: 1 changed
        changed   _astro/style.HASH.css → _astro/style.HASH.css
                    before  …g:border-box}body{margin:0}:is(code,kbd,pre,sa…
                    after   …g:border-box}body{margin:1px}:is(code,kbd,pre,sa…

      41 further files differ only in the names of styles, scripts, fonts and pictures.
    "
  `);
});

test("a revision that cannot build a publication is told with what its build said", async () => {
  const broken = revision("broken", {
    "src/layouts/Article.astro": ["const words =", 'throw new Error("It broke.");\nconst words ='],
  });
  const text = await compared(broken, before);
  expect(text).toContain("le-quai: not compared, since broken cannot build it:\n");
  expect(text).toContain("It broke.");
});
