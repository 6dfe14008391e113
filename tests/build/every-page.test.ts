import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { readBundle } from "./bundles.ts";
import { casesAreMissing } from "./cases-publication.ts";
import { corpusIsMissing } from "./corpus.ts";
import { htmlFaults } from "./pages/html-faults.ts";
import knownOfArchive from "./pages/known-diagnostics-18f.json" with { type: "json" };
import { unexpected } from "./pages/expected-diagnostics.ts";
import type { ExpectedDiagnostics } from "./pages/expected-diagnostics.ts";
import { linkFaults } from "./pages/link-faults.ts";
import {
  printedBelowPath,
  printedCases,
  printedCorpus,
  printedDemo,
  printedFrench,
  printedRightToLeft,
  printedWithoutMessages,
} from "./printed.ts";
import { othersAreLeft } from "./test-publications.ts";

if (othersAreLeft !== false) console.log(`Skipped: ${othersAreLeft}.`);
if (casesAreMissing !== false) console.log(`Skipped for the cases: ${casesAreMissing}.`);
if (corpusIsMissing !== false) console.log(`Skipped for the archive: ${corpusIsMissing}.`);

const KNOWN_FILE = "tests/build/pages/known-diagnostics-18f.json";

interface Subject {
  name: string;
  print: () => Promise<{ out: string; content: string }>;
  known: ExpectedDiagnostics;
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
    print: printedBelowPath,
    known: {},
    atLeast: 60,
    missing: othersAreLeft,
  },
  {
    name: "a publication in French",
    print: printedFrench,
    known: {},
    atLeast: 30,
    missing: othersAreLeft,
  },
  {
    name: "a publication from right to left",
    print: printedRightToLeft,
    known: {},
    atLeast: 20,
    missing: othersAreLeft,
  },
  {
    name: "a publication in a language that has no messages",
    print: printedWithoutMessages,
    known: {},
    atLeast: 20,
    missing: othersAreLeft,
  },
  {
    name: "a publication of cases",
    print: printedCases,
    known: {},
    atLeast: 80,
    missing: casesAreMissing,
  },
  {
    name: "a real archive",
    print: printedCorpus,
    known: knownOfArchive,
    atLeast: 1_300,
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

/** The known diagnostics of one kind. */
function among(known: ExpectedDiagnostics, kind: string): ExpectedDiagnostics {
  return Object.fromEntries(
    Object.entries(known).filter(([cause]) => cause.startsWith(`${kind} `)),
  );
}
