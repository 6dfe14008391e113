import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, afterEach, expect, test } from "vitest";
import { findComponent } from "../markdown/components/find-component.ts";
import { digestOfFiles, keepFolder, loadOwnComponents } from "./own-components.ts";
// Components are found beside built-in ones.
import "../markdown/components/registry.ts";

const cache = mkdtempSync(join(tmpdir(), "stet-own-components-"));
afterAll(() => rmSync(cache, { recursive: true, force: true }));
afterEach(() => loadOwnComponents(undefined));

const poll = (words: string): Buffer =>
  Buffer.from(
    `import { WORDS } from "./words.ts";
export const component = {
  description: WORDS, attributes: {}, children: "none", page: () => [], feed: () => [],
};
// ${words}
`,
  );
const files = (words: string): Map<string, Buffer> =>
  new Map([
    ["Poll.ts", poll("")],
    ["words.ts", Buffer.from(`export const WORDS: string = "${words}";\n`)],
  ]);

test("what a component imports is loaded anew when it has changed, and nobody finds it any more once it is gone", async () => {
  for (const words of ["One", "Two"]) {
    const folder = keepFolder(cache, "content", files(words)) ?? "";
    expect(await loadOwnComponents({ folder, files: ["Poll.ts"] })).toEqual([]);
    expect(findComponent("Poll")?.description).toBe(words);
  }
  await loadOwnComponents(undefined);
  expect(findComponent("Poll")).toBeUndefined();
});

test("one copy is kept for each content folder", () => {
  const first = keepFolder(cache, "a", files("One")) ?? "";
  const other = keepFolder(cache, "b", files("One")) ?? "";
  const second = keepFolder(cache, "a", files("Two")) ?? "";
  expect(existsSync(first)).toBe(false);
  expect(existsSync(other)).toBe(true);
  expect(readdirSync(dirname(second))).toHaveLength(1);
  expect(keepFolder(cache, "a", files("Two"))).toBe(second);
});

test("where no copy can be kept, none is given", () => {
  const file = join(cache, "file");
  writeFileSync(file, "");
  expect(keepFolder(file, "a", files("One"))).toBeUndefined();
});

test("a digest follows from names and bytes, and from where one ends and the next begins", () => {
  const digests = [
    files("One"),
    files("Two"),
    new Map([["Poll.ts", Buffer.from("ab")]]),
    new Map([
      ["Poll.ts", Buffer.from("a")],
      ["b", Buffer.of()],
    ]),
  ].map(digestOfFiles);
  expect(new Set(digests).size).toBe(digests.length);
});
