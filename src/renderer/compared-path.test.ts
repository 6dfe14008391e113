import { expect, test } from "vitest";
import { comparedPath } from "./compared-path.ts";

test("paths compare however Astro writes them", () => {
  expect(comparedPath("/2024/05/x/")).toBe(comparedPath("2024/05/x"));
  expect(comparedPath("/tags/%E4%B8%AD%E6%96%87/")).toBe(comparedPath("/tags/中文"));
  expect(comparedPath("/404.html")).toBe(comparedPath("/404"));
  expect(comparedPath("/")).toBe(comparedPath(""));
  expect(comparedPath("/100%/")).toBe(comparedPath("100%"));
});
