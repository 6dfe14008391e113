import { hash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readArticles, readBatch } from "./read-articles.ts";

const content = mkdtempSync(join(tmpdir(), "stet-read-"));
afterAll(() => rmSync(content, { recursive: true }));
const order = { content, site: { base: "/", timezone: "Europe/Paris", code: [] } };

test("articles are read the same by threads and without them, in their order", async () => {
  mkdirSync(join(content, "articles/2024/01"), { recursive: true });
  const files = Array.from({ length: 1650 }, (_, at) => {
    const file = `articles/2024/01/a-${at}.md`;
    const fault = at % 40 === 0 ? "titel: Wrong\n" : "";
    const text = `---\ntitle: Piece ${at}\n${fault}description: What it says.\ncategory: news\nauthor: desk\ndate: 2024-01-02\n---\n\nText ${at} with a [link](/about/).\n`;
    if (at !== 7) writeFileSync(join(content, file), text);
    return { file, ...(at % 3 === 0 ? { earlier: hash("sha256", text, "hex") } : {}) };
  });
  const results = await readArticles(files, order);
  expect(results).toEqual(readBatch(files, order));
  expect(results).toHaveLength(files.length);
  expect(results[0]).toEqual({ file: "articles/2024/01/a-0.md", same: true });
  expect(results[1]).toMatchObject({ reading: { article: { title: "Piece 1" }, findings: [] } });
  expect(results[7]).toMatchObject({ unreadable: { code: "path/unreadable" } });
  expect(results[80]).toMatchObject({
    reading: { findings: [{ code: "schema/unknown-key" }] },
  });
});

test("nothing is read where there is nothing to read", async () => {
  expect(await readArticles([], order)).toEqual([]);
});
