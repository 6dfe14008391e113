import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { loadDevSnapshot } from "./dev-snapshot.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "stet-snapshot-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("in development, the search page and the page for wrong addresses know that there is no index", async () => {
  const content = join(folder, "content");
  mkdirSync(join(content, "categories"), { recursive: true });
  writeFileSync(
    join(content, "site.yaml"),
    "name: The Paper\ndescription: Of the town.\nurl: https://paper.example\nlanguage: en\ntimezone: UTC\n",
  );
  const { shown } = await loadDevSnapshot({
    content,
    cache: join(folder, "cache"),
    now: 0,
    clock: () => 0,
    codeVersion: "1",
  });
  const { search = [], notFound = [] } = shown?.plan.routes ?? {};
  expect([...search, ...notFound].map(({ view }) => view.notIndexed)).toEqual([true, true]);
});
