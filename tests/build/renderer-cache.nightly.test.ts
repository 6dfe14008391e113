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
import { assertBuilt, copyCheckout } from "./checkout-commands.ts";
import type { Checkout } from "./checkout-commands.ts";
import { FIXTURE_NOW, removeCodeEntry } from "./publication.ts";
import { writePublicationBelowPath } from "./pages/below-path.ts";

const base = mkdtempSync(join(tmpdir(), "stet-kept-"));
const content = join(base, "content");
let checkout: Checkout;

beforeAll(async () => {
  await writePublicationBelowPath(content);
  removeCodeEntry(content);
  checkout = copyCheckout(join(base, "press"));
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

/** Builds and gives why Astro bundled the renderer, if it did. */
async function bundled(
  environment: Record<string, string> = {},
  name = "out",
): Promise<string | undefined> {
  const out = join(base, name);
  const cache = join(base, "cache");
  const run = await checkout.build({ content, out, cache, now: FIXTURE_NOW, environment });
  assertBuilt(run);
  return /^Bundling the renderer \((.*)\)$/m.exec(run.stderr)?.[1];
}

async function expectAsClean(name = "out"): Promise<void> {
  const clean = { content, out: join(base, "clean"), cache: join(base, "none"), now: FIXTURE_NOW };
  assertBuilt(await checkout.build({ ...clean, clean: true }));
  expect(bundleDifferences(readBundle(join(base, name)), readBundle(clean.out))).toEqual([]);
}

function changeText(): void {
  const folder = join(content, "articles/2025");
  const file = readdirSync(folder, { recursive: true, encoding: "utf8" }).find((name) =>
    name.endsWith(".md"),
  );
  appendFileSync(join(folder, file ?? ""), "\nOne sentence more.\n");
}

test("a renderer that was bundled once prints what changed without Astro, byte for byte as a clean build", async () => {
  expect(await bundled()).toBe("none is cached");
  changeText();
  expect(await bundled()).toBeUndefined();
  expect(await bundled({}, "another")).toBeUndefined();
  await expectAsClean("another");
  await expectAsClean();
});

test("in another working folder there is another renderer", async () => {
  const STET_WORK = join(base, "work");
  changeText();
  expect(await bundled({ STET_WORK })).toBe("none is cached");
  changeText();
  expect(await bundled({ STET_WORK })).toBeUndefined();
  changeText();
  expect(await bundled()).toBeUndefined();
});

test("a renderer of which a module or the label is damaged is bundled anew", async () => {
  const folder = join(checkout.root, ".stet/renderer");
  const [chunk = ""] = readdirSync(join(folder, "modules/chunks"));
  for (const file of [`modules/chunks/${chunk}`, "label.txt"]) {
    const text = readFileSync(join(folder, file), "utf8");
    writeFileSync(join(folder, file), text.replace("e", "a"));
    expect(readFileSync(join(folder, file), "utf8"), file).not.toBe(text);
    changeText();
    expect(await bundled()).toBe("the cached one is damaged");
    changeText();
    expect(await bundled()).toBeUndefined();
  }
  await expectAsClean();
});

test("another address bundles anew, once for all output folders", async () => {
  const site = join(content, "site.yaml");
  const before = readFileSync(site, "utf8");
  writeFileSync(site, before.replace(/^url: (.*\/\/[^/]+).*$/m, "url: $1/elsewhere"));
  expect(readFileSync(site, "utf8")).not.toBe(before);
  expect(await bundled({}, "other")).toBe("the address changed");
  expect(await bundled()).toBeUndefined();
  await expectAsClean();
});
