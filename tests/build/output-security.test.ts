import { mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { ROOT } from "../structure/project-files.ts";
import { GOOD_PUBLICATION, NOW } from "./bad-inputs/good-publication.ts";
import { readBundle } from "./bundles.ts";
import { casesAreMissing } from "./cases-publication.ts";
import { corpusIsMissing } from "./corpus.ts";
import { unexpected } from "./pages/expected-diagnostics.ts";
import { placeFaults, plainBytes, sameNames, securityFaults } from "./pages/security-faults.ts";
import { checkoutOf } from "./checkout.ts";
import { assertBuilt, buildIn } from "./checkout-commands.ts";
import {
  printedCases,
  printedCorpus,
  printedDemo,
  printedFrench,
  printedRightToLeft,
} from "./printed.ts";
import { writeContent } from "./publication.ts";
import { othersAreLeft } from "./test-publications.ts";

if (othersAreLeft !== false) console.log(`Skipped: ${othersAreLeft}.`);
if (casesAreMissing !== false) console.log(`Skipped for the cases: ${casesAreMissing}.`);
if (corpusIsMissing !== false) console.log(`Skipped for the archive: ${corpusIsMissing}.`);

describe.each([
  { name: "the demonstration", print: printedDemo, missing: false as string | false },
  { name: "a publication in French", print: printedFrench, missing: othersAreLeft },
  { name: "a publication from right to left", print: printedRightToLeft, missing: othersAreLeft },
  { name: "a publication of cases", print: printedCases, missing: casesAreMissing },
  { name: "a real archive", print: printedCorpus, missing: corpusIsMissing },
])("no file of $name", ({ print, missing }) => {
  let bundle: Map<string, Buffer>;
  let home: URL;
  let places: string[];
  let said: string;
  beforeAll(async () => {
    if (missing !== false) return;
    const { out, content } = await print();
    bundle = readBundle(out);
    home = new URL(
      (parse(readFileSync(join(content, "site.yaml"), "utf8")) as { url: string }).url,
    );
    places = [ROOT, dirname(out), realpathSync(dirname(out))];
    const texts = [...readBundle(content)].filter(([path]) => /\.(?:mdx?|ya?ml)$/.test(path));
    said = texts.map(([, bytes]) => bytes.toString("utf8")).join("\n");
  });
  const rule = missing === false ? test : test.skip;

  rule(
    "runs code of its own, styles itself, asks another host or has a name that a host refuses",
    () => {
      expect(bundle.size).toBeGreaterThan(80);
      const faults = [...bundle].flatMap(([path, bytes]) => securityFaults(path, bytes, home));
      expect(unexpected(faults, {}, "")).toEqual([]);
      expect(sameNames(bundle.keys())).toEqual([]);
    },
  );

  rule("tells of the machine that printed it", () => {
    const faults = [...bundle].flatMap(([path, bytes]) =>
      placeFaults(path, bytes, { places, said }),
    );
    expect(unexpected(faults, {}, "")).toEqual([]);
  });
});

describe("a secret in the environment", () => {
  const SECRET = "canary-7f3b91d2";
  const base = mkdtempSync(join(tmpdir(), "stet-secret-"));
  afterAll(() => rmSync(base, { recursive: true, force: true }));

  test.skipIf(othersAreLeft)("is in no byte of what is printed", async () => {
    const options = {
      ...buildIn(base, NOW),
      // Names that Vite and Astro pass on to code in the browser are the ones to fear.
      environment: { CANARY_SECRET: SECRET, PUBLIC_CANARY: SECRET, VITE_CANARY: SECRET },
    };
    for (const [file, text] of Object.entries(GOOD_PUBLICATION)) {
      writeContent(options.content, file, text);
    }
    const checkout = checkoutOf("output-security");
    assertBuilt(await checkout.build(options));
    const holds = (marker: string): string[] =>
      [...readBundle(options.out)]
        .filter(([path, bytes]) => path.includes(marker) || plainBytes(bytes).includes(marker))
        .map(([path]) => path);
    expect(holds(SECRET)).toEqual([]);
    expect(holds("A sound story")).toContain("2026/02/sound/index.html");
  });
});
