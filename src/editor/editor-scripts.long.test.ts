import { createRequire } from "node:module";
import { beforeAll, expect, test } from "vitest";
import { ROOT } from "../../tests/structure/project-files.ts";
import { editorScripts } from "./editor-scripts.ts";
import type { EditorFiles } from "./editor-scripts.ts";

const MAIN = createRequire(import.meta.url).resolve("@sveltia/cms");

let files: EditorFiles;
beforeAll(async () => {
  files = await editorScripts(ROOT, MAIN);
}, 60_000);

function scripts(): string {
  return [...files.values()].filter((content) => typeof content === "string").join("\n");
}

test("the editor is a script, with the words of its languages and its typefaces beside it", () => {
  const names = [...files.keys()];
  expect(names).toContain("editor.js");
  for (const language of ["de", "fr", "ja", "en-GB"])
    expect(names).toContain(`chunks/${language}.js`);
  expect(names.filter((name) => /^assets\/[\w-]+\.woff2$/.test(name))).toHaveLength(3);
  expect(names.filter((name) => name.endsWith(".map"))).toEqual([]);
});

test("typefaces come from the bundle, and not from a host for packages", () => {
  expect(scripts()).not.toContain("cdn.jsdelivr.net");
  const faces = [...scripts().matchAll(/src:\s*url\(([^)]*)\)/g)].map(([, file = ""]) => file);
  expect(faces).toHaveLength(3);
  for (const file of faces) expect([...files.keys()]).toContain(file);
});

test("no script evaluates a text as code, which the policy of the page forbids", () => {
  expect(scripts()).not.toMatch(/[^.\w](?:eval|Function)\(["'`\w]/);
});

test("the licences of the packages are there", () => {
  const licences = String(files.get("licences.txt"));
  for (const name of ["@sveltia/cms 0.", "yaml 2.", "exifr ", "turndown "])
    expect(licences).toContain(name);
  expect([...files.keys()].filter((name) => name.endsWith(".LICENSE.txt"))).toHaveLength(3);
});

test("the same packages give the same bytes, of seven or eight megabytes", async () => {
  expect(await editorScripts(ROOT, MAIN)).toEqual(files);
  const bytes = [...files.values()].reduce((sum, content) => sum + Buffer.byteLength(content), 0);
  expect(bytes / 1e6).toBeGreaterThan(7);
  expect(bytes / 1e6).toBeLessThan(8);
});
