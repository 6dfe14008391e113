import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { verifyBundle } from "../../src/output/verify.ts";
import { printedDemo } from "./printed.ts";

test("the demonstration is printed once, and what was printed is whole", async () => {
  const first = await printedDemo();
  expect(verifyBundle(first.out).problems).toEqual([]);
  expect(existsSync(join(first.out, "rss.xml"))).toBe(true);
  expect(await printedDemo()).toEqual(first);
});
