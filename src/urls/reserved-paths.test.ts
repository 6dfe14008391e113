import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { REPLACEABLE_FILES, ReservedPaths } from "./reserved-paths.ts";

const PUBLIC = join(import.meta.dirname, "../../public");

test("every file of the press's own public/ is known to be taken", () => {
  const files = readdirSync(PUBLIC, { recursive: true, encoding: "utf8" });
  expect(REPLACEABLE_FILES.toSorted()).toEqual(
    [
      ...files.map((file) => `/${file.replaceAll("\\", "/")}`),
      "/favicon.ico",
      "/manifest.webmanifest",
      "/robots.txt",
    ].sort(),
  );
});

test.each(["/robots.txt/", "/favicon.svg/", "/Robots.txt/"])(
  "no old address can be printed at %s",
  (path) => {
    expect(new ReservedPaths([]).holder(path)).toBeDefined();
  },
);

test("what comes with an article held back is taken today, and said to come", () => {
  const taken = new ReservedPaths(["/2026/"], ["/2026/", "/tags/new/"]);
  expect(taken.holder("/tags/New/")).toBe("/tags/new/");
  expect(["/tags/new/", "/2026/"].map((path) => taken.isLater(path))).toEqual([true, false]);
});
