import { describe, expect, test } from "vitest";
import { isOfOldSite, oldKey, oldUrl } from "./old-url.ts";

const SITE = { urls: ["https://www.old.example/blog/", "http://new.example/"] };

test.each([
  ["https://old.example/x", true],
  ["http://www.old.example/blog/x", true],
  ["https://new.example/", true],
  ["https://old.example:8080/", false],
  ["https://old.example.evil/", false],
  ["https://cdn.old.example/", false],
])("%s is of the old site: %s", (address, is) => {
  expect(isOfOldSite(new URL(address), SITE)).toBe(is);
});

describe("addresses are compared by", () => {
  test.each([
    ["https://o.example/2012/01/pier/", "/2012/01/pier"],
    ["https://o.example/2012/01/pier", "/2012/01/pier"],
    ["https://o.example//2012/01//pier/index.html#a", "/2012/01/pier"],
    ["https://o.example/caf%C3%A9/", "/café"],
    ["https://o.example/cafe%CC%81/", "/café"],
    ["https://o.example/%E0%A4%A", "/%E0%A4%A"],
    ["https://o.example/?p=12", "?p=12"],
    ["https://o.example/?page_id=12&x=1", "?p=12"],
    ["https://o.example/index.php?p=12", "?p=12"],
    ["https://o.example/?utm_source=a", "/"],
    ["https://o.example/pier/?p=12", "/pier"],
    ["https://o.example/", "/"],
  ])("%s: %s", (address, key) => {
    expect(oldKey(new URL(address))).toBe(key);
  });
});

test("addresses below the old site are read from there", () => {
  expect(oldUrl("2012/pier/", SITE)?.href).toBe("https://www.old.example/blog/2012/pier/");
  expect(oldUrl("/2012/pier/", SITE)?.href).toBe("https://www.old.example/2012/pier/");
  expect(oldUrl("http://[", SITE)).toBeUndefined();
});
