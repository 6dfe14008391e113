import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PNG } from "pngjs";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Browser } from "playwright-core";
import { compareShots } from "../visual/shots/compare-shots.ts";
import { shoot } from "../visual/shots/shoot.ts";
import { missingTools, need } from "../tools/need.ts";
import { openBrowser } from "../tools/open-browser.ts";
import { copyCheckout } from "./checkout-copy.ts";
import type { CheckoutCopy } from "./checkout-copy.ts";

/** Two templates, which any other change than to their own style would meet alike. */
const TEMPLATES = ["search", "wrong address"];

const without = await missingTools(["pdftoppm"]);
const rule = test.skipIf(without);

/** The publication is printed three times. */
const BUILDS = { timeout: 3 * 60_000 };

let browser: Browser;
let checkout: CheckoutCopy;
let shots: string;
beforeAll(async () => {
  browser = await openBrowser();
  checkout = copyCheckout();
  shots = mkdtempSync(join(tmpdir(), "stet-shots-e2e-"));
});
afterAll(async () => {
  await browser.close();
  checkout.remove();
  rmSync(shots, { recursive: true, force: true });
});

async function take(directory: string): Promise<string> {
  const folder = join(shots, directory);
  await shoot({
    root: checkout.root,
    folder,
    workshop: join(shots, "workshop"),
    now: "2026-04-01T12:00:00Z",
    widths: [360],
    schemes: ["light"],
    only: TEMPLATES,
    browser,
    pdftoppm: await need("pdftoppm"),
    onPlanned: () => undefined,
    onTaken: () => undefined,
  });
  return folder;
}

rule("a changed style shows on the pages that wear it and on no other", BUILDS, async () => {
  const before = await take("before");
  const again = await take("again");
  expect(compareShots(before, again, join(shots, "same"))).toEqual({
    changed: [],
    added: [],
    gone: [],
    same: 6,
  });

  appendFileSync(
    join(checkout.root, "src/styles/components/search.css"),
    "\n@layer components { .search-form { margin-top: 3rem; } }\n",
  );
  const folder = join(shots, "compare");
  const found = compareShots(before, await take("after"), folder);
  expect(found.changed.map(({ name }) => name).sort()).toEqual([
    "search-0360-light.png",
    "search-0360-no-script.png",
    "search-print.png",
  ]);
  expect(found).toMatchObject({ added: [], gone: [], same: 3 });

  const [largest] = found.changed;
  const single = PNG.sync.read(readFileSync(join(before, "search-0360-light.png")));
  const triptych = PNG.sync.read(readFileSync(join(folder, "search-0360-light.png")));
  expect(triptych.width).toBeGreaterThan(3 * single.width);
  const sheet = readFileSync(join(folder, "index.html"), "utf8");
  expect(sheet).toContain(`<h2>${largest?.name}: ${largest?.pixels} pixels</h2>`);
  expect(existsSync(join(folder, "wrong-address-0360-light.png"))).toBe(false);
});
