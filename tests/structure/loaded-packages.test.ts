import { posix } from "node:path";
import { expect, test } from "vitest";
import { OPTIONAL_PACKAGES } from "../../src/settings/optional-packages.ts";
import { projectFiles, projectText } from "./project-files.ts";
import { readShape } from "./source-imports.ts";
import type { SourceImport } from "./source-imports.ts";

/** The packages that come with a module, and with what it imports, before any code of it has run; sorted. */
function packagesWith(module: string): string[] {
  return reachedFrom(module, ({ dynamic }) => !dynamic).packages;
}

/** The packages and the modules that a module comes to by imports of some kinds; sorted. */
function reachedFrom(
  module: string,
  follows: (imported: SourceImport) => boolean,
): { packages: string[]; modules: string[] } {
  const packages = new Set<string>();
  const seen = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const imported of importsOf(file)) {
      const { from, typeOnly } = imported;
      if (typeOnly || !follows(imported) || from.startsWith("node:")) continue;
      if (from.startsWith(".")) visit(posix.join(posix.dirname(file), from));
      else packages.add(from);
    }
  };
  visit(module);
  expect(seen.size).toBeGreaterThan(10);
  return { packages: [...packages].sort(), modules: [...seen].sort() };
}

const known = new Map<string, readonly SourceImport[]>();

/** The imports of a file, which is read once for all tests. */
function importsOf(file: string): readonly SourceImport[] {
  const imports = known.get(file) ?? readShape(file, projectText(file) ?? "").imports;
  known.set(file, imports);
  return imports;
}

// Each of these is loaded by every build, where nothing has changed too. What colours code, draws charts, parses HTML,
// renders pages, packs pictures or uploads is a thousand modules more, and comes when it is needed.
test.each([
  [
    "src/cli/commands/build.ts",
    ["acorn", "astro/zod", "github-slugger", "hast-util-to-html", "satteri", "yaml"],
  ],
  ["src/cli/commands/check.ts", ["astro/zod", "yaml"]],
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

// Opinions about texts cost seconds, and packages that a publication may not have.
test.each([
  "src/cli/commands/build.ts",
  "src/cli/commands/dev.ts",
  "src/cli/commands/start.ts",
  "src/loader/reading-work.ts",
  "src/search/indexing-work.ts",
  "src/renderer/rendering-work.ts",
])("%s never comes to the rules of prose, now or later", (module) => {
  const { modules } = reachedFrom(module, () => true);
  expect(modules.filter((file) => file.startsWith("src/prose/"))).toEqual([]);
});

test("the check comes to the rules of prose, and imports none of their packages by name", () => {
  const { modules, packages } = reachedFrom("src/cli/commands/check.ts", () => true);
  expect(modules).toContain("src/prose/prose-options.ts");
  const optional = Object.keys(OPTIONAL_PACKAGES);
  expect(packages.filter((name) => optional.includes(name) || name.startsWith("@cspell/"))).toEqual(
    [],
  );
});

test("no module imports a package that a publication may not have, but that which runs in the browser", () => {
  const optional = Object.keys(OPTIONAL_PACKAGES);
  const importers = projectFiles().filter(
    (file) =>
      /^src\/.*(?<!\.test)\.ts$/.test(file) &&
      importsOf(file).some(
        ({ from, typeOnly }) =>
          !typeOnly && optional.some((name) => from === name || from.startsWith(`${name}/`)),
      ),
  );
  expect(importers).toEqual(["src/editor/client/start-editor.ts"]);
});
