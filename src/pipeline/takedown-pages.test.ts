import { expect, test } from "vitest";
import { aPublication } from "../../tests/fixtures/domain-values.ts";
import { goneFiles, goneInFolders } from "./takedown-pages.ts";

const publication = aPublication([], {
  takedowns: [
    { path: "/2019/old.html", day: "2026-03-01", note: "Why." },
    { path: "/2025/05/x/", day: "2026-03-02" },
  ],
});

test("a take-down at a file is planned as a folder's index, the others as they are", () => {
  expect(goneInFolders(publication).takedowns).toEqual([
    { path: "/2019/old.html/", day: "2026-03-01", note: "Why." },
    { path: "/2025/05/x/", day: "2026-03-02" },
  ]);
});

test("what was planned as a folder's index goes to its file", () => {
  expect([...goneFiles(publication)]).toEqual([["/2019/old.html/", "2019/old.html"]]);
});
