import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verifyBundle } from "../../src/output/verify.ts";
import { bundleDifferences, readBundle } from "./bundles.ts";
import { assertBuilt, copyCheckout } from "./checkout-commands.ts";
import type { TestBuild, Checkout } from "./checkout-commands.ts";
import { FIXTURE_NOW, removeCodeEntry, writePublication } from "./publication.ts";
import { commitNumber, pickedFrom } from "../runner/tier.ts";
import { chanceFrom, seedFrom } from "./random.ts";

const KILLS = 50;
/** Of these, except at night. */
const PICKED = 15;
const seed = seedFrom("STET_TEST_SEED", 1);
const chance = chanceFrom(seed);
const base = mkdtempSync(join(tmpdir(), "stet-kill-"));

type Bundle = ReturnType<typeof readBundle>;
interface Edition {
  content: string;
  bundle: Bundle;
}

/** Two editions that differ on every page, printed in turn into one folder. */
const editions: Edition[] = [];
let checkout: Checkout;
/** Milliseconds that builds take to their end: one that bundles a renderer, and one that has it. */
const durations = { clean: 0, kept: 0 };
let publishing = 0;

beforeAll(async () => {
  checkout = copyCheckout(join(base, "press"));
  // The second build has the renderer of the first.
  for (const [name, kind] of [
    ["Courier", "clean"],
    ["Herald", "kept"],
  ] as const) {
    const content = join(base, name);
    if (editions.length === 0) {
      await writePublication(content);
      // With it each build bundles a renderer, which takes nine tenths of the time.
      removeCodeEntry(content);
    } else cpSync(join(base, "Courier"), content, { recursive: true });
    const site = join(content, "site.yaml");
    writeFileSync(site, readFileSync(site, "utf8").replace("Courier", name));
    const options = orderFor(content, join(base, `clean ${name}`), join(base, `cache ${name}`));
    const started = performance.now();
    const { child, ended } = checkout.start(options);
    let begun = started;
    child.stderr?.on("data", (text: string) => {
      if (begun === started && text.includes("Publishing")) begun = performance.now();
    });
    assertBuilt(await ended);
    publishing = performance.now() - begun;
    durations[kind] = performance.now() - started;
    editions.push({ content, bundle: readBundle(options.out) });
  }
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

describe(`a build killed at any moment, series ${seed}`, () => {
  const out = join(base, "out");
  const cache = join(base, "cache");
  let standing: Edition | undefined;
  const killed: boolean[] = [];

  const moments = Array.from({ length: KILLS }, (_, index) => ({
    index,
    clean: chance.next() < 0.5,
    // The moments that matter most are few: half of the kills fall while files are put in place.
    late: chance.next() < 0.5,
    share: chance.next(),
  }));
  test.each(pickedFrom(moments, PICKED, commitNumber()))(
    "leaves the old bundle or one that verify rejects, and the next build is as a clean one: kill $index",
    async ({ index, clean, late, share }) => {
      const edition = editions[index % 2];
      if (edition === undefined) throw new Error("There is no edition.");
      const options = { ...orderFor(edition.content, out, cache), clean };
      const kind = clean ? "clean" : "kept";
      const started = performance.now();
      const { child, ended } = checkout.start(options);
      const kill = (): void => void child.kill("SIGKILL");
      let timer: NodeJS.Timeout | undefined;
      if (late) {
        child.stderr?.on("data", (text: string) => {
          if (text.includes("Publishing") && timer === undefined)
            timer = setTimeout(kill, share * publishing);
        });
      } else timer = setTimeout(kill, share * durations[kind]);
      const run = await ended;
      clearTimeout(timer);
      killed.push(run.code === undefined);
      // The machine is less busy than it was when the first builds were timed.
      if (run.code !== undefined) {
        if (late) publishing *= 0.8;
        else durations[kind] = Math.min(durations[kind], performance.now() - started);
      }

      const { problems } = verifyBundle(out);
      if (problems.length === 0) {
        // Whole: the old edition, or the new one when the kill came after the end.
        const left = readBundle(out);
        const whole = [standing, edition].filter((one) => one !== undefined);
        expect(whole.some(({ bundle }) => bundleDifferences(left, bundle).length === 0)).toBe(true);
        if (run.code === 0) expect(bundleDifferences(left, edition.bundle)).toEqual([]);
      }
      assertBuilt(await checkout.build({ ...options, clean: false }));
      expect(bundleDifferences(readBundle(out), edition.bundle)).toEqual([]);
      standing = edition;
    },
  );

  test("most builds were killed before they ended", () => {
    expect(killed.filter(Boolean).length).toBeGreaterThan(killed.length / 2);
  });
});

function orderFor(content: string, out: string, cache: string): TestBuild {
  return { content, out, cache, now: FIXTURE_NOW };
}
