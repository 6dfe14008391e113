import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { EXIT } from "../../src/cli/outcome.ts";
import { leftToNight } from "../runner/tier.ts";
import { bundleDifferences, readBundle } from "./bundles.ts";
import { assertBuilt, copyCheckout } from "./checkout-commands.ts";
import type { TestBuild, Checkout } from "./checkout-commands.ts";
import { FIXTURE_NOW } from "./publication.ts";
import { writePublicationBelowPath } from "./pages/below-path.ts";

if (leftToNight !== false) console.log(`Skipped: ${leftToNight}.`);

const base = mkdtempSync(join(tmpdir(), "stet-cores-"));
const content = join(base, "content");

beforeAll(() => writePublicationBelowPath(content));
afterAll(() => rmSync(base, { recursive: true, force: true }));

test.skipIf(leftToNight)(
  "pages printed by several processes are those that Astro prints by itself, byte for byte",
  async () => {
    const several = pressWithHelpers("several", { batchWork: 3 });
    const astro = copyCheckout(join(base, "astro"));
    edit(astro, "src/renderer/render-wanted.ts", [
      ["renderBatches(routes, (path) => wanted.has(path))", "[]"],
    ]);
    edit(astro, "src/renderer/incremental-prerenderer.ts", [
      ["routes.code.filter(", "Object.values(routes).flat().filter("],
      [
        "setRoutePlan({ ...plan, routes: { ...withoutPaths(routes), code } })",
        "setRoutePlan(plan)",
      ],
    ]);

    assertBuilt(await several.build(orderFor("several")));
    assertBuilt(await astro.build(orderFor("astro")));

    const printed = readBundle(orderFor("several").out);
    expect(printed.size).toBeGreaterThan(100);
    expect(bundleDifferences(printed, readBundle(orderFor("astro").out))).toEqual([]);
  },
);

test("a component that breaks in another process leaves the bundle as it was and says what and where", async () => {
  const checkout = pressWithHelpers("breaking", { batchWork: 1e9 });
  const options = orderFor("breaking");
  assertBuilt(await checkout.build(options));
  const before = readBundle(options.out);
  edit(checkout, "src/renderer/render-plan.ts", [["    renderHere(),", ""]]);
  edit(checkout, "src/layouts/Article.astro", [
    [
      "const words =",
      `console.log("Heard from elsewhere.");
throw new Error("The article is broken.");
const words =`,
    ],
    [
      'import Base from "./Base.astro";',
      `import Base from "./Base.astro";
if (process.send === undefined) throw new Error("This is the build itself.");`,
    ],
  ]);

  const run = await checkout.build(options);

  expect(run.code).toBe(EXIT.failed);
  expect(run.stdout).toContain("Heard from elsewhere.");
  expect(run.stderr).toContain("Error: The article is broken.");
  expect(run.stderr).toMatch(/at .*Article/);
  expect(run.stderr).toMatch(/Caught error rendering \/2025\/\d\d\/[\w-]+\//);
  expect(bundleDifferences(readBundle(options.out), before)).toEqual([]);
});

/** A press with two processes that print, however small the publication and the machine. */
function pressWithHelpers(name: string, { batchWork }: { batchWork: number }): Checkout {
  const checkout = copyCheckout(join(base, name));
  edit(checkout, "src/renderer/render-plan.ts", [
    ["helpingWorkers(batches.length, workers.most)", "2"],
    ["if (waiting.length < BATCHES_PER_WORKER) return;", ""],
  ]);
  edit(checkout, "src/renderer/render-batches.ts", [
    ["const BATCH_WORK = 100;", `const BATCH_WORK = ${batchWork};`],
  ]);
  return checkout;
}

function orderFor(name: string): TestBuild {
  return {
    content,
    out: join(base, `${name} out`),
    cache: join(base, `${name} cache`),
    now: FIXTURE_NOW,
  };
}

/** Changes a file of a press; throws where one of the texts does not stand in it. */
function edit(
  { root }: Checkout,
  file: string,
  changes: readonly [from: string, to: string][],
): void {
  let text = readFileSync(join(root, file), "utf8");
  for (const [from, to] of changes) {
    if (!text.includes(from)) throw new Error(`${file} does not hold ${JSON.stringify(from)}.`);
    text = text.replace(from, () => to);
  }
  writeFileSync(join(root, file), text);
}
