import { cpSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verifyBundle } from "../../src/output/verify.ts";
import { bundleDifferences, readBundle } from "./bundles.ts";
import { CORPUS, CORPUS_NOW, corpusIsMissing } from "./corpus.ts";
import { checkoutOf } from "./checkout.ts";
import { assertBuilt, buildIn } from "./checkout-commands.ts";
import type { Checkout, Run } from "./checkout-commands.ts";
import { writeContent } from "./publication.ts";

/** The most files that one more article may change, besides those of the search index. */
const MOST_CHANGED = 60;

const ONE_MORE = `---
title: One more on accessibility
description: Written to see what it changes.
category: our-work
author: ${"AUTHOR"}
date: 2025-03-01
tags: [accessibility, design]
---

A few words about [design](/).
`;

if (corpusIsMissing !== false) console.log(`Skipped: ${corpusIsMissing}.`);

describe.skipIf(corpusIsMissing !== false)("a real archive of 507 articles", () => {
  const base = mkdtempSync(join(tmpdir(), "stet-corpus-"));
  const options = buildIn(base, CORPUS_NOW);
  let checkout: Checkout;
  let first: Run;

  beforeAll(async () => {
    cpSync(CORPUS, options.content, { recursive: true });
    checkout = checkoutOf("corpus");
    first = await checkout.build(options);
    assertBuilt(first);
  });
  afterAll(() => rmSync(base, { recursive: true, force: true }));

  test("is printed with warnings only, and the bundle is whole", () => {
    expect(figure(first, "articles")).toBe("507");
    expect(figure(first, "warnings")).not.toBe("0");
    expect(verifyBundle(options.out).problems).toEqual([]);
  });

  test("is not rendered or written again when nothing changed", async () => {
    const before = stampsOf(options.out);
    const second = await checkout.build(options);
    assertBuilt(second);
    expect(figure(second, "rendered")).toBe("0");
    expect(stampsOf(options.out)).toEqual(before);
  });

  test(`changes at most ${MOST_CHANGED} files besides search for one more article`, async () => {
    const author = readdirSync(join(options.content, "authors"))[0]?.replace(".yaml", "") ?? "";
    const category =
      readdirSync(join(options.content, "categories"))[0]?.replace(".yaml", "") ?? "";
    const text = ONE_MORE.replace("AUTHOR", author).replace("our-work", category);
    const before = readBundle(options.out);
    writeContent(options.content, "articles/2025/03/one-more.md", text);
    assertBuilt(await checkout.build(options));
    const changed = bundleDifferences(readBundle(options.out), before)
      .map((difference) => difference.split(":")[0] ?? "")
      .filter((path) => !path.startsWith("pagefind/"));
    expect(changed).toContain("2025/03/one-more/index.html");
    expect(changed.length, `${changed.length} files:\n${changed.join("\n")}`).toBeLessThanOrEqual(
      MOST_CHANGED,
    );
    expect(verifyBundle(options.out).problems).toEqual([]);
  });
});

/** A number of the summary that a build prints. */
function figure(run: Run, name: string): string | undefined {
  return new RegExp(`^${name}\\s+(.*)$`, "m").exec(run.stdout)?.[1];
}

/** When each file of a folder was last changed, by the file system. */
function stampsOf(folder: string): Map<string, bigint> {
  return new Map(
    [...readBundle(folder).keys()].map((path) => [
      path,
      statSync(join(folder, path), { bigint: true }).ctimeNs,
    ]),
  );
}
