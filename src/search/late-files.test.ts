import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type * as Pagefind from "pagefind";
import { expect, test, vi } from "vitest";
import { writeSearchIndex } from "./search-index.ts";

/** Pagefind as it is on a busy machine: it says that it is done, writes on, and leaves off when it is ended. */
vi.mock("pagefind", async (original) => {
  const { close, createIndex } = await original<typeof Pagefind>();
  let writing: ReturnType<typeof setTimeout> | undefined;
  return {
    close: () => {
      clearTimeout(writing);
      return close();
    },
    createIndex: async (config: Parameters<typeof createIndex>[0]) => {
      const { index, errors } = await createIndex(config);
      if (index === undefined) return { index, errors };
      const writeFiles: typeof index.writeFiles = async (options) => {
        const written = await index.writeFiles(options);
        const files = await settled(options?.outputPath ?? "");
        for (const [file, bytes] of files) writeFileSync(file, bytes.subarray(0, bytes.length / 2));
        writing = setTimeout(() => {
          for (const [file, bytes] of files) writeFileSync(file, bytes);
        }, 200);
        return written;
      };
      return { index: { ...index, writeFiles }, errors };
    },
  };
});

/** The files of a folder, once none of them grows any more. */
async function settled(folder: string): Promise<Map<string, Buffer>> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const sizes = (): string => files.map((file) => statSync(file).size).join(" ");
  for (let before = ""; before !== sizes();) {
    before = sizes();
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  return new Map(files.map((file) => [file, readFileSync(file)]));
}

test("Pagefind is not ended before the files that it says it has written are whole", async () => {
  const folder = mkdtempSync(join(tmpdir(), "stet-late-"));
  const written = await writeSearchIndex([], "en", folder);
  expect(written).toContain("pagefind-entry.json");
  expect(readFileSync(join(folder, "pagefind.js"), "utf8")).toMatch(/export\{[^}]*search\};$/);
  rmSync(folder, { recursive: true });
});
