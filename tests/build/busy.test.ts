import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { EXIT } from "../../src/build/outcome.ts";
import { copyPress } from "./press.ts";
import type { BuildOrder, Press } from "./press.ts";
import { FIXTURE_NOW, writePublication } from "./publication.ts";

const base = mkdtempSync(join(tmpdir(), "stet-busy-"));
const order: BuildOrder = {
  content: join(base, "content"),
  out: join(base, "out"),
  cache: join(base, "cache"),
  now: FIXTURE_NOW,
};
let press: Press;

beforeAll(async () => {
  await writePublication(order.content);
  press = copyPress(join(base, "press"));
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

test("of two builds at once the second says so and stops, and the first is fine", async () => {
  const first = press.start(order);
  await firstWord(first.child);
  const second = await press.build({ ...order, out: join(base, "second") });
  expect(second.code).toBe(EXIT.busy);
  expect(second.stderr).toContain(String(first.child.pid));
  expect(second.stdout).toBe("");
  expect((await first.ended).code).toBe(EXIT.done);
  expect((await press.verify(order)).code).toBe(EXIT.done);
});

/** Settles when a build tells of its first stage: it holds the lock by then. */
function firstWord(child: ReturnType<Press["start"]>["child"]): Promise<void> {
  return new Promise((resolve, reject) => {
    child.stderr?.once("data", () => resolve());
    child.once("close", () => reject(new Error("The first build ended without a word.")));
  });
}
