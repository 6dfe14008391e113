import { posix } from "node:path";
import { expect, test } from "vitest";
import { projectFiles, projectText } from "./project-files.ts";
import { readShape } from "./source-imports.ts";

/** Where what a browser loads begins. */
const BEGINNINGS = projectFiles().filter((file) =>
  /^src\/(?:layouts\/scripts\/[^/]+|.*-client|components\/article\/mark-found|search\/client\/[^/]+)(?<!\.test)\.ts$/.test(
    file,
  ),
);

/** Every module of src that a module needs when it runs, itself among them. */
function reached(from: readonly string[]): Set<string> {
  const found = new Set<string>(from);
  // A set gives what is added while it is walked, too.
  for (const file of found)
    for (const { from: imported, typeOnly } of readShape(file, projectText(file) ?? "").imports)
      if (imported.startsWith(".") && !typeOnly && !imported.includes("?"))
        found.add(posix.join(posix.dirname(file), imported));
  return found;
}

test("browsers load the messages of no language: pages bring those that their scripts show", () => {
  const modules = reached(BEGINNINGS);
  expect(modules).toContain("src/i18n/plural.ts");
  const languages = projectFiles().filter((file) =>
    /: Messages = \{/.test(file.startsWith("src/i18n/") ? (projectText(file) ?? "") : ""),
  );
  expect(languages.length).toBeGreaterThan(11);
  expect([...languages, "src/i18n/languages.ts"].filter((file) => modules.has(file))).toEqual([]);
});
