import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { projectFiles, ROOT } from "../../tests/structure/project-files.ts";
import { themeFrom } from "../site/theme.ts";
import { editedFiles } from "./collections.ts";
import { parseFile, formatFile } from "./file-format.ts";
import type { FileShape } from "./file-shape.ts";

const KINDS = editedFiles({ timezone: "America/New_York", theme: themeFrom() });

/** Every file of the demonstration that the editor opens, as Sveltia CMS gives its text, with its shape. */
const FILES = KINDS.flatMap(({ folder, shape }) =>
  projectFiles()
    .filter((path) => path.startsWith(`content/${folder}/`) && path.endsWith(`.${shape.ending}`))
    .map((path) => ({ path, shape, text: readFileSync(join(ROOT, path), "utf8").trim() })),
);

function edited(text: string, shape: FileShape, changes: object): string {
  return formatFile({ ...parseFile(text, shape), ...changes }, shape);
}

/** The values of a file without the text that they were read from. */
function valuesIn(text: string, shape: FileShape): Record<string, unknown> {
  return { ...parseFile(text, shape), "stet-source": "" };
}

describe("the files of the demonstration", () => {
  test("stay byte by byte where nothing is edited", () => {
    expect(FILES.length).toBeGreaterThan(60);
    for (const { path, shape, text } of FILES) expect(edited(text, shape, {}), path).toBe(text);
  });

  test("change in one line where one line is edited", () => {
    for (const { path, shape, text } of FILES) {
      const key = shape.keys.find((one) => one === "title" || one === "name") ?? "author";
      const before = text.split("\n");
      const after = edited(text, shape, { [key]: "Another: name" }).split("\n");
      const changed = before.filter((line) => !after.includes(line));
      expect(after, path).toHaveLength(before.length);
      expect(changed, path).toEqual([expect.stringMatching(new RegExp(`^${key}:`))]);
    }
  });

  test("give the same values again after each key of theirs was taken out and put back", () => {
    for (const { path, shape, text } of FILES) {
      const values = valuesIn(text, shape);
      for (const [key, value] of Object.entries(values)) {
        if (shape.fixed.includes(key) || key === "stet-source") continue;
        const without = edited(text, shape, { [key]: shape.defaults[key] ?? null }).trim();
        const again = valuesIn(edited(without, shape, { [key]: value }).trim(), shape);
        expect(again, `${path} ${key}`).toEqual(values);
      }
    }
  });
});
