import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bundleDifferences, readBundle } from "./bundles.ts";
import { checkoutOf } from "./checkout.ts";
import { assertBuilt, buildIn } from "./checkout-commands.ts";
import type { Checkout, Run } from "./checkout-commands.ts";
import { FIXTURE_NOW, makeImage, writeContent, writePublication } from "./publication.ts";

const base = mkdtempSync(join(tmpdir(), "stet-missing-"));
const options = buildIn(base, FIXTURE_NOW);
const { content } = options;
let checkout: Checkout;

beforeAll(async () => {
  await writePublication(content);
  const site = join(content, "site.yaml");
  writeFileSync(site, readFileSync(site, "utf8").replace("public:\n", "$&  - public/old/\n"));
  writeContent(content, "public/old/page.html", `<!doctype html><img src="boat.png" alt="">`);
  writeContent(content, "public/old/boat.png", await makeImage(7));
  checkout = checkoutOf("missing-files");
  assertBuilt(await checkout.build(options));
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

/** Builds, which must fail and leave the bundle as it was. */
async function failedBuild(): Promise<Run> {
  const before = readBundle(options.out);
  const run = await checkout.build(options);
  expect(run.code).toBe(4);
  expect(bundleDifferences(readBundle(options.out), before)).toEqual([]);
  expect((await checkout.verify(options)).code).toBe(0);
  return run;
}

test("a page that names a file which is nowhere fails the build, and the bundle stays as it was", async () => {
  const entry = join(content, "articles/2025/03/tide-clock.mdx");
  const before = readFileSync(entry, "utf8");
  appendFileSync(entry, `\n<img src="/old/quay.png?v=2" alt="The quay" />\n`);
  const { stderr } = await failedBuild();
  expect(stderr).toContain("Nothing was written.\n");
  expect(stderr).toContain("  old/quay.png  referred to by 2025/03/tide-clock/index.html\n");
  writeFileSync(entry, before);
});

test("what a page of the owner's names below public/ is left to the owner, by verify too", async () => {
  rmSync(join(content, "public/old/boat.png"));
  for (const clean of [false, true]) {
    assertBuilt(await checkout.build({ ...options, clean }));
    expect(await checkout.verify(options)).toMatchObject({ code: 0 });
  }
});
