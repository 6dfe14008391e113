import { expect, test } from "vitest";
import { filterName } from "./path-filter.ts";

test("paths compare however Astro writes them", () => {
  expect(filterName("/2024/05/x/")).toBe(filterName("2024/05/x"));
  expect(filterName("/tags/%E4%B8%AD%E6%96%87/")).toBe(filterName("/tags/中文"));
  expect(filterName("/404.html")).toBe(filterName("/404"));
  expect(filterName("/")).toBe(filterName(""));
});
