import { posix } from "node:path";
import { expect, test } from "vitest";
import { projectText } from "./project-files.ts";
import { readShape } from "./source-imports.ts";

/** The packages that come with a module, and with what it imports, before any code of it has run; sorted. */
function packagesWith(module: string): string[] {
  const packages = new Set<string>();
  const seen = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const { from, typeOnly, dynamic } of readShape(file, projectText(file) ?? "").imports) {
      if (typeOnly || dynamic || from.startsWith("node:")) continue;
      if (from.startsWith(".")) visit(posix.join(posix.dirname(file), from));
      else packages.add(from);
    }
  };
  visit(module);
  expect(seen.size).toBeGreaterThan(10);
  return [...packages].sort();
}

// Each of these is loaded by every build, where nothing has changed too. What colours code, draws charts, parses HTML,
// renders pages, packs pictures or uploads is a thousand modules more, and comes when it is needed.
test.each([
  [
    "src/cli/commands/build.ts",
    [
      "acorn",
      "astro/zod",
      "csv-parse/sync",
      "github-slugger",
      "hast-util-to-html",
      "satteri",
      "vfile",
      "yaml",
    ],
  ],
  [
    "src/loader/reading-work.ts",
    ["acorn", "astro/zod", "github-slugger", "satteri", "vfile", "yaml"],
  ],
  [
    "src/renderer/rendering-work.ts",
    [
      "astro/runtime/prerender/static-paths.js",
      "astro/runtime/server/escape.js",
      "astro/runtime/server/render/util.js",
    ],
  ],
])("%s loads only these packages before it has read anything", (module, packages) => {
  expect(packagesWith(module)).toEqual(packages);
});
