import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { projectText, ROOT } from "./project-files.ts";

const text = projectText("docs/architecture.md") ?? "";
const named = [...text.matchAll(/`((?:src|tests|scripts|docs|content|benchmarks)\/[^`]*)`/g)].map(
  ([, path = ""]) => path,
);

test("every file and folder that the architecture names is there", () => {
  expect(named.length).toBeGreaterThan(50);
  expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});

test("every folder of src is in its table", () => {
  const folders = readdirSync(join(ROOT, "src"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `src/${name}/`);
  expect(folders.filter((folder) => !named.includes(folder))).toEqual([]);
});
