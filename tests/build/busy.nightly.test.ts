import { mkdtempSync, readdirSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { EXIT } from "../../src/cli/outcome.ts";
import { bundleDifferences, readBundle } from "./bundles.ts";
import { assertBuilt, copyCheckout, buildIn } from "./checkout-commands.ts";
import type { TestBuild, Checkout } from "./checkout-commands.ts";
import { FIXTURE_NOW, writePublication } from "./publication.ts";

const base = mkdtempSync(join(tmpdir(), "stet-busy-"));
const options = buildIn(base, FIXTURE_NOW);
let checkout: Checkout;

beforeAll(async () => {
  await writePublication(options.content);
  checkout = copyCheckout(join(base, "press"));
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

test("of two builds at once in one working folder, or into one output folder, the second says so and stops", async () => {
  const first = checkout.start(options);
  await firstWord(first.child);
  const [sameWork, sameOutput] = await Promise.all([
    checkout.build({ ...options, out: join(base, "second") }),
    checkout.build(workingIn("other work")),
  ]);
  expect(sameWork.stderr).toContain("Another build is using the working folder");
  expect(sameOutput.stderr).toContain(`Another build is writing into ${realpathSync(base)}`);
  for (const { code, stdout, stderr } of [sameWork, sameOutput]) {
    expect(code).toBe(EXIT.busy);
    expect(stderr).toContain(`(process ${first.child.pid}, since `);
    expect(stdout).toBe("");
  }
  expect((await first.ended).code).toBe(EXIT.done);
  expect((await checkout.verify(options)).code).toBe(EXIT.done);
});

test("two builds of one checkout in working folders of their own run side by side to the same bytes", async () => {
  const [one, other] = [workingIn("one"), workingIn("other")].map((options, at) => ({
    ...options,
    out: join(base, `side ${at}`),
    clean: true,
  })) as [TestBuild, TestBuild];
  for (const run of await Promise.all([checkout.build(one), checkout.build(other)]))
    assertBuilt(run);
  expect(bundleDifferences(readBundle(one.out), readBundle(other.out))).toEqual([]);
  expect(readdirSync(base).filter((name) => name.endsWith("-lock"))).toEqual([]);
});

function workingIn(name: string): TestBuild {
  return { ...options, environment: { STET_WORK: join(base, name) } };
}

/** Settles when a build tells of its first stage: it holds the lock by then. */
function firstWord(child: ReturnType<Checkout["start"]>["child"]): Promise<void> {
  return new Promise((resolve, reject) => {
    child.stderr?.once("data", () => resolve());
    child.once("close", () => reject(new Error("The first build ended without a word.")));
  });
}
