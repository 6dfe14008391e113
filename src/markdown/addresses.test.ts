import { expect, test } from "vitest";
import { addressKind, isRemote } from "./addresses.ts";

test.each([
  "javascript:a",
  " java\nscript:a",
  "JAVASCRIPT:a",
  "\u0001vbscript:a",
  "data:text/html,a",
  "java\u00adscript:a",
])("%j runs code", (address) => expect(addressKind(address)).toBe("script"));

test.each([
  "/a:b",
  "a/b",
  "#c",
  "?d=javascript:e",
  "https://a.example",
  "mailto:a@b.example",
  "//a.example",
  "",
])("%j is plain", (address) => expect(addressKind(address)).toBe("plain"));

test("a scheme nobody can follow is told apart", () => {
  expect(addressKind("file:///C:/a.doc")).toBe("unknown-scheme");
});

test("another host is told from the own one", () => {
  expect(["https://a.example/b", "//a.example", "HTTP://A"].map(isRemote)).toEqual([
    true,
    true,
    true,
  ]);
  expect(["/a", "a.png", "#b", "mailto:a@b.example"].map(isRemote)).toEqual([
    false,
    false,
    false,
    false,
  ]);
});
