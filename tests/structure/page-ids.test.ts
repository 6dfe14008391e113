import { expect, test } from "vitest";
import { PAGE_IDS } from "../../src/domain/page-ids.ts";
import { projectFiles, projectText } from "./project-files.ts";

test("every id of a template is in PAGE_IDS, so that no heading of an article gets it too", () => {
  const templates = projectFiles().filter((file) => /^src\/.*\.astro$/.test(file));
  const ids = templates.flatMap((file) =>
    [...(projectText(file) ?? "").matchAll(/\sid="([^"]+)"/g)].map(([, id = ""]) => id),
  );
  expect([...new Set(ids)].sort()).toEqual(PAGE_IDS);
});
