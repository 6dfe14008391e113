import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bundleDifferences, readBundle } from "./bundles.ts";
import { assertBuilt, copyPress } from "./press.ts";
import type { Press } from "./press.ts";
import { FIXTURE_NOW } from "./publication.ts";
import { writePublicationBelowPath } from "./pages/below-path.ts";

const base = mkdtempSync(join(tmpdir(), "stet-kept-"));
const content = join(base, "content");
let press: Press;

beforeAll(async () => {
  await writePublicationBelowPath(content);
  // An entry that runs code is rendered by Astro every time.
  const site = join(content, "site.yaml");
  writeFileSync(site, readFileSync(site, "utf8").replace(/^code:(?:\n +- .*)+\n/m, ""));
  rmSync(join(content, "articles/2025/03/tide-clock.mdx"));
  press = copyPress(join(base, "press"));
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

/** Builds and says whether Astro bundled the press; the bundle must be that of a clean build. */
async function bundled(name = "out"): Promise<boolean> {
  const order = { content, out: join(base, name), cache: join(base, "cache"), now: FIXTURE_NOW };
  const run = await press.build(order);
  assertBuilt(run);
  return run.stderr.includes("Bundling the press");
}

async function expectAsClean(): Promise<void> {
  const clean = { content, out: join(base, "clean"), cache: join(base, "none"), now: FIXTURE_NOW };
  assertBuilt(await press.build({ ...clean, clean: true }));
  expect(bundleDifferences(readBundle(join(base, "out")), readBundle(clean.out))).toEqual([]);
}

function changeText(): void {
  const folder = join(content, "articles/2025");
  const file = readdirSync(folder, { recursive: true, encoding: "utf8" }).find((name) =>
    name.endsWith(".md"),
  );
  appendFileSync(join(folder, file ?? ""), "\nOne sentence more.\n");
}

test("a press that was bundled once prints what changed without Astro, byte for byte as a clean build", async () => {
  expect(await bundled()).toBe(true);
  changeText();
  expect(await bundled()).toBe(false);
  await expectAsClean();
});

test("a press of which a module is damaged is bundled anew", async () => {
  const modules = join(press.root, ".stet/press/modules/chunks");
  const [module = ""] = readdirSync(modules);
  appendFileSync(join(modules, module), "\nthrow new Error('damaged');\n");
  changeText();
  expect(await bundled()).toBe(true);
  changeText();
  expect(await bundled()).toBe(false);
  await expectAsClean();
});

test("another address bundles anew, also where the press of that address is kept from another folder", async () => {
  const site = join(content, "site.yaml");
  const before = readFileSync(site, "utf8");
  writeFileSync(site, before.replace(/^url: (.*\/\/[^/]+).*$/m, "url: $1/elsewhere"));
  expect(readFileSync(site, "utf8")).not.toBe(before);
  expect(await bundled("other")).toBe(true);
  expect(await bundled()).toBe(true);
  await expectAsClean();
});
