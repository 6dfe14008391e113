import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import { untilWritten } from "./written-files.ts";

const folder = mkdtempSync(join(tmpdir(), "stet-written-"));
afterAll(() => rmSync(folder, { recursive: true }));

const engine = { path: "pagefind.js", content: Buffer.from("export { search };") };
const whole: Record<string, Buffer> = {
  "pagefind.js": engine.content,
  "pagefind-entry.json": Buffer.from('{"languages":{}}'),
  "pagefind.en_1.pf_meta": gzipSync("the words of an index"),
};

test.each(Object.keys(whole))("%s is waited for while it is empty or cut short", async (late) => {
  for (const [path, bytes] of Object.entries(whole)) writeFileSync(join(folder, path), bytes);
  await untilWritten(folder, engine);
  const bytes = whole[late] ?? Buffer.alloc(0);
  for (const cut of [0, bytes.length - 4]) {
    writeFileSync(join(folder, late), bytes.subarray(0, cut));
    let isLate = true;
    setTimeout(() => {
      isLate = false;
      appendFileSync(join(folder, late), bytes.subarray(cut));
    }, 60);
    await untilWritten(folder, engine);
    expect(isLate).toBe(false);
  }
});

test("a file that stays cut short is an error that names it", async () => {
  writeFileSync(join(folder, "pagefind-entry.json"), "");
  await expect(untilWritten(folder, engine, 50)).rejects.toThrow("pagefind-entry.json");
});
