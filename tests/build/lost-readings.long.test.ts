import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readByStandIn } from "../tools/stand-in-checkout.ts";
import { bundleDifferences, readBundle } from "./bundles.ts";
import { assertBuilt, copyCheckout, buildIn } from "./checkout-commands.ts";
import type { TestBuild, Checkout, Run } from "./checkout-commands.ts";
import { FIXTURE_NOW, shortArticle, writeContent, writePublication } from "./publication.ts";

// A text that ends whoever reads it is an error like others: told, with all others, and nothing is published.

const base = mkdtempSync(join(tmpdir(), "stet-lost-"));
const options: TestBuild = buildIn(base, FIXTURE_NOW);
const HARMFUL = "articles/2025/05/harmful.md";
const LAST_HARMFUL = "articles/2025/05/zz-harmful.md";
const INVALID = "articles/2025/05/faulty.md";
let checkout: Checkout;
let bundle: ReturnType<typeof readBundle>;

beforeAll(async () => {
  await writePublication(options.content);
  checkout = copyCheckout(join(base, "press"));
  readByStandIn(checkout.root);
  assertBuilt(await checkout.build(options));
  bundle = readBundle(options.out);
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

function write(file: string, rest: string): void {
  writeContent(options.content, file, `${shortArticle(1, "2025-05-02")}${rest}\n`);
}

/** What is told, by place and code. */
function told({ stdout, stderr }: Run): string[] {
  return [...(stdout + stderr).matchAll(/^(\S+:\d+:\d+) +error +(\S+)$/gm)].map(
    ([, location, code]) => `${location} ${code}`,
  );
}

const EXPECTED = [`${INVALID}:4:11 reference/category`, `${HARMFUL}:14:1 body/unreadable`];

test("one text among few", async () => {
  write(HARMFUL, "\nOne more.\n\nThis ends who reads it.\n\nAnd more.");
  writeContent(
    options.content,
    INVALID,
    shortArticle(1, "2025-05-02").replace("category: harbour", "category: nowhere"),
  );
  const run = await checkout.build(options);
  expect(run.stderr).toContain(`${HARMFUL}:14:1  error  body/unreadable
  The parser crashes on this text, from this line on.
    14 | This ends who reads it.
       | ^
  → Simplify this line and the block it belongs to, or put it in a code block.
`);
  expect(told(run)).toEqual(EXPECTED);
  expect(run.code).toBe(1);
  expect(bundleDifferences(readBundle(options.out), bundle)).toEqual([]);
  const checked = await checkout.check(options);
  expect(checked.code).toBe(1);
  expect(told(checked)).toEqual(told(run));
});

test("two texts among two thousand, and all comes back when they are mended", async () => {
  for (let at = 0; at < 2000; at += 1)
    writeContent(options.content, `articles/2025/04/many-${at}.md`, shortArticle(at, "2025-04-02"));
  write(LAST_HARMFUL, "\nThis ends who reads it.");
  const run = await checkout.build(options);
  expect(run.code).toBe(1);
  expect(told(run)).toEqual([...EXPECTED, `${LAST_HARMFUL}:12:1 body/unreadable`]);
  expect(bundleDifferences(readBundle(options.out), bundle)).toEqual([]);
  for (const file of [HARMFUL, LAST_HARMFUL, INVALID]) rmSync(join(options.content, file));
  const checked = await checkout.check(options);
  expect(checked.code).toBe(0);
});
