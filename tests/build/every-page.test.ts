import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { PAGE_IDS } from "../../src/domain/page-ids.ts";
import { readBundle } from "./bundles.ts";
import { corpusIsMissing } from "./corpus.ts";
import { htmlFaults } from "./pages/html-faults.ts";
import knownOfArchive from "./pages/known-findings-18f.json" with { type: "json" };
import { unexpected } from "./pages/known-findings.ts";
import type { KnownFindings } from "./pages/known-findings.ts";
import { linkFaults } from "./pages/link-faults.ts";
import { assertBuilt, copyPress } from "./press.ts";
import { printedCorpus, printedDemo } from "./printed.ts";
import { FIXTURE_NOW, writeContent, writePublication } from "./publication.ts";

if (corpusIsMissing !== false) console.log(`Skipped for the archive: ${corpusIsMissing}.`);

const KNOWN_FILE = "tests/build/pages/known-findings-18f.json";

const base = mkdtempSync(join(tmpdir(), "stet-every-page-"));
afterAll(() => rmSync(base, { recursive: true, force: true }));

interface Subject {
  name: string;
  print: () => Promise<{ out: string; content: string }>;
  known: KnownFindings;
  /** Fewer pages would mean that the test looked in the wrong place. */
  atLeast: number;
  missing: string | false;
}

const SUBJECTS: readonly Subject[] = [
  {
    name: "the demonstration",
    print: printedDemo,
    known: {},
    atLeast: 40,
    missing: false,
  },
  {
    name: "a publication below a path",
    print: printBelowPath,
    known: {},
    atLeast: 60,
    missing: false,
  },
  {
    name: "a real archive",
    print: printedCorpus,
    known: knownOfArchive,
    atLeast: 1_500,
    missing: corpusIsMissing,
  },
];

describe.each(SUBJECTS)("in $name", ({ print, known, atLeast, missing }) => {
  let bundle: Map<string, Buffer>;
  let home: URL;
  beforeAll(async () => {
    if (missing !== false) return;
    const { out, content } = await print();
    bundle = readBundle(out);
    const { url } = parse(readFileSync(join(content, "site.yaml"), "utf8")) as { url: string };
    home = new URL(url.replace(/\/?$/, "/"));
  });
  const rule = missing === false ? test : test.skip;

  rule("every page is valid HTML", () => {
    const pages = [...bundle].filter(([path]) => path.endsWith(".html"));
    expect(pages.length).toBeGreaterThanOrEqual(atLeast);
    const faults = pages.flatMap(([path, bytes]) => htmlFaults(path, bytes.toString("utf8")));
    expect(unexpected(faults, among(known, "html"), KNOWN_FILE)).toEqual([]);
  });

  rule(
    "every address of the publication leads to a file of the bundle, or to an id of a page",
    () => {
      const faults = linkFaults(bundle, home);
      expect(unexpected(faults, among(known, "link"), KNOWN_FILE)).toEqual([]);
    },
  );
});

/** The known findings of one kind. */
function among(known: KnownFindings, kind: string): KnownFindings {
  return Object.fromEntries(
    Object.entries(known).filter(([cause]) => cause.startsWith(`${kind} `)),
  );
}

/** Prints the fixture below a path, with old addresses, take-downs and headings that are called as the page's own parts. */
async function printBelowPath(): Promise<{ out: string; content: string }> {
  const content = join(base, "content");
  await writePublication(content);
  const site = readFileSync(join(content, "site.yaml"), "utf8");
  writeContent(content, "site.yaml", site.replace(/^url: .*/m, "url: https://x.example/paper/"));
  // It names the sitemap of the root.
  rmSync(join(content, "public/robots.txt"));
  writeContent(
    content,
    "redirects.yaml",
    `moved:
  /old/quay.html: articles/2025/02/quay-opens.mdx
  /blog/: /
  /away/: https://elsewhere.example/?a=1&b=2
gone:
  articles/2025/04/heron-count.md: { date: 2025-06-01, note: The count was wrong. }
  /2018/deleted/: { date: 2025-06-02 }
`,
  );
  const headings = PAGE_IDS.map((id) => `## ${id.replace("-", " ")}\n\nText.\n`).join("\n");
  writeContent(
    content,
    "articles/2025/06/every-heading.md",
    `---
title: Headings that are called as parts of the page
description: Their ids must differ from those of the page.
category: town
author: ben-osei
date: 2025-06-03
story: new-quay
tags: [Quay]
corrections: [{ date: 2025-06-04, note: A word. }]
---

${headings}`,
  );
  const order = { content, out: join(base, "out"), cache: join(base, "cache"), now: FIXTURE_NOW };
  assertBuilt(await copyPress(join(base, "press")).build(order));
  return order;
}
