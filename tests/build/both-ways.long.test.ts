import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { commitNumber, leftToNight, pickedFrom } from "../runner/tier.ts";
import { printBothWays } from "./both-ways.ts";
import { casesAreMissing } from "./cases-publication.ts";
import { copyCheckout } from "./checkout-commands.ts";
import { BELOW_PATH, CASES, fixturePublications, NASTY } from "./test-publications.ts";

const base = mkdtempSync(join(tmpdir(), "stet-both-ways-"));
afterAll(() => rmSync(base, { recursive: true, force: true }));

if (leftToNight !== false) console.log(`Skipped: ${leftToNight}.`);
if (casesAreMissing !== false) console.log(`Skipped for the cases: ${casesAreMissing}.`);

/** One of them is tried, except at night. */
const PUBLICATIONS = [
  BELOW_PATH,
  ...fixturePublications(),
  NASTY,
  ...(casesAreMissing === false ? [CASES] : []),
];

describe("pages written as strings are those that Astro makes, byte for byte, and none is left to Astro", () => {
  test.each(pickedFrom(PUBLICATIONS, 1, commitNumber()))("in $name", async (publication) => {
    const { files, differences, beyond } = await printBothWays(base, publication);
    expect(files).toBeGreaterThan(50);
    expect(differences).toEqual([]);
    expect(beyond).toEqual([]);
  });
});

test.skipIf(leftToNight)(
  "components that use more than the string runtime knows are rendered by Astro in the same build",
  async () => {
    const checkout = copyCheckout(join(base, "press"));
    edit(join(checkout.root, "src/layouts/Listing.astro"), "const { site } = shell;", [
      "const { site } = shell;",
      'if (Astro.slots.has("head") && Astro.url.pathname === "") throw new Error("There is no head.");',
    ]);
    edit(join(checkout.root, "src/layouts/Story.astro"), "const words", [
      "await Promise.resolve();",
      "const words",
    ]);

    const both = { strings: checkout, astro: checkout };
    const { differences, beyond } = await printBothWays(join(base, "beyond"), BELOW_PATH, both);

    expect(differences).toEqual([]);
    expect(beyond.toSorted()).toEqual([
      "src/pages/[category]/[year]/[month].astro (Astro.slots)",
      "src/pages/[year]/[month]/index.astro (Astro.slots)",
      "src/pages/authors/[author]/[...period].astro (Astro.slots)",
      "src/pages/authors/[author]/index.astro (Astro.slots)",
      "src/pages/stories/[story]/index.astro (a page that does not start with text)",
      "src/pages/tags/[tag]/[...period].astro (Astro.slots)",
      "src/pages/tags/[tag]/index.astro (Astro.slots)",
    ]);
  },
);

/** Puts lines in the place of a text that stands in a file; throws where it does not. */
function edit(file: string, from: string, to: readonly string[]): void {
  const text = readFileSync(file, "utf8");
  if (!text.includes(from)) throw new Error(`${file} does not hold ${JSON.stringify(from)}.`);
  writeFileSync(
    file,
    text.replace(from, () => to.join("\n")),
  );
}
