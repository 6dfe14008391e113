import { posix } from "node:path";
import { expect, test } from "vitest";
import { BUILT_IN_SLOTS } from "../../src/renderer/slot-components.ts";
import { PAGE_IDS } from "../../src/domain/page-ids.ts";
import { projectText } from "./project-files.ts";
import { readShape } from "./source-imports.ts";

/** The layouts that texts of the publication stand in. */
const LAYOUTS = ["src/layouts/Article.astro", "src/layouts/Page.astro"];

/** Templates that make up a page, by path. */
function templatesOf(file: string, found = new Map<string, string>()): Map<string, string> {
  if (!file.endsWith(".astro") || found.has(file)) return found;
  const text = projectText(file) ?? "";
  found.set(file, text);
  for (const { from } of readShape(file, text).imports) {
    const [, slot] = /^virtual:slots\/(.*)$/.exec(from) ?? [];
    const builtIn = Object.entries(BUILT_IN_SLOTS).find(([name]) => name === slot)?.[1];
    templatesOf(builtIn ?? posix.join(posix.dirname(file), from), found);
  }
  return found;
}

test("PAGE_IDS are the ids around a text, so that no heading in it gets one of them too", () => {
  const templates = LAYOUTS.flatMap((file) => [...templatesOf(file).values()]);
  expect(templates.length).toBeGreaterThan(8);
  const ids = templates.flatMap((text) =>
    [...text.matchAll(/\sid="([^"]+)"/g)].map(([, id = ""]) => id),
  );
  expect([...new Set(ids)].sort()).toEqual(PAGE_IDS);
});
