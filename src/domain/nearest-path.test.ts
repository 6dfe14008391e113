import { expect, test } from "vitest";
import { nearestName } from "./nearest-name.ts";
import { NearestPath } from "./nearest-path.ts";

test.each([
  ["desciption", "description"],
  ["descritpion", "description"],
  ["DATE", "date"],
  ["tag", "tags"],
  ["x", undefined],
  ["layout", undefined],
  ["", undefined],
])("%j was meant as %j", (name, meant) => {
  expect(nearestName(name, ["title", "description", "date", "tags", "author"])).toBe(meant);
});

test("a path is offered where its last part moved, or where it is misspelt in the same folder", () => {
  const paths = new NearestPath([
    "/2024/05/story/",
    "/2024/05/other-piece/",
    "/2024/05/",
    "/about/",
  ]);
  expect(paths.near("/2023/01/story")).toBe("/2024/05/story/");
  expect(paths.near("/2024/05/othre-piece/")).toBe("/2024/05/other-piece/");
  expect(paths.near("/2023/05/")).toBeUndefined();
  expect(paths.near("/2023/05/othre-piece/")).toBeUndefined();
});

test("a misspelt folder is read as the one that is near, and one that is none as the top", () => {
  const paths = new NearestPath(["/2024/05/story/", "/about/", "/authors/", "/authors/ada-king/"]);
  expect(paths.near("/authrs/ada-knig/")).toBe("/authors/ada-king/");
  expect(paths.near("/pages/abuot/")).toBe("/about/");
  expect(paths.near("/2024/05/story/abuot")).toBe("/about/");
  expect(paths.near("/2024/05/abuot/")).toBeUndefined();
  expect(paths.near("/2024/06/stroy/")).toBeUndefined();
  expect(paths.near("/imprint/")).toBeUndefined();
});
