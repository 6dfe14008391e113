import { describe, expect, test } from "vitest";
import { resolveLink } from "./resolve-link.ts";

const KNOWN = {
  origin: "https://paper.example",
  base: "/news/",
  pages: new Map<string, ReadonlySet<string> | undefined>([
    ["/", undefined],
    ["/2024/05/story/", new Set(["a"])],
    ["/2024/05/other/", undefined],
    ["/about/", undefined],
    ["/kit.pdf", undefined],
    ["/2024/05/café/", undefined],
  ]),
  moved: new Map([["/old/", "/2024/05/new/#why"]]),
  takedowns: new Set(["/2024/05/withdrawn/"]),
  unpublished: new Set(["/2024/05/later/"]),
  byFile: new Map([
    ["articles/2024/05/other.mdx", "/2024/05/other/"],
    ["articles/2024/05/later.mdx", "/2024/05/later/"],
    ["pages/about.md", "/about/"],
    ["public/kit.pdf", "/kit.pdf"],
  ]),
};
const FROM = { file: "articles/2024/05/story.mdx", path: "/2024/05/story/" };

describe("links to the publication itself", () => {
  test.each([
    ["/about/", "/about/", undefined],
    ["/about", "/about/", undefined],
    ["/kit.pdf", "/kit.pdf", undefined],
    ["#a", "/2024/05/story/", "a"],
    ["", "/2024/05/story/", undefined],
    ["../other/#b%20c", "/2024/05/other/", "b c"],
    ["./other.mdx", "/2024/05/other/", undefined],
    ["../../../pages/about.md#team", "/about/", "team"],
    ["../../../public/kit.pdf#page=2", "/kit.pdf", "page=2"],
    ["/2024/05/caf%C3%A9/", "/2024/05/café/", undefined],
    ["https://paper.example/news/about/", "/about/", undefined],
  ])("%j leads to %s", (written, path, fragment) => {
    expect(resolveLink(written, FROM, KNOWN)).toEqual({
      kind: "internal",
      path,
      ...(fragment === undefined ? {} : { fragment }),
    });
  });

  test.each([
    ["/about/?from=here", "/about/", "?from=here"],
    ["/about?a=1&b=2#team", "/about/", "?a=1&b=2"],
    ["?q=a%20b", "/2024/05/story/", "?q=a%20b"],
    ['/about/?q="<a b>"&q=é', "/about/", "?q=%22%3Ca%20b%3E%22&q=%C3%A9"],
    ["/about/?", "/about/", undefined],
  ])("%j leads to %s and keeps what is asked of it", (written, path, query) => {
    const target = resolveLink(written, FROM, KNOWN);
    if (target.kind !== "internal") throw new Error(target.kind);
    expect([target.path, target.query]).toEqual([path, query]);
  });
});

test.each([
  "https://paper.example/caf%C3%A9/about/",
  "https://paper.example/caf%c3%a9/about/",
  "https://paper.example/café/about/",
  "HTTPS://Paper.example:443/cafe\u0301/about",
  "//paper.example/café/about/",
])("%s leads to the publication's own page, however its base is written", (written) => {
  const target = resolveLink(written, FROM, { ...KNOWN, base: "/caf%C3%A9/" });
  expect(target).toEqual({ kind: "internal", path: "/about/" });
});

test("the address of the publication itself leads to its front page, with a slash or without", () => {
  for (const written of ["https://paper.example/news", "https://paper.example/news/"])
    expect(resolveLink(written, FROM, KNOWN)).toEqual({ kind: "internal", path: "/" });
});

test.each([
  ["https://paper.example/newspaper/", "external"],
  ["https://paper.example/", "external"],
  ["https://far.example/", "external"],
  ["//far.example/", "external"],
  ["mailto:ada@paper.example", "external"],
  ["https://paper.example/elsewhere/", "external"],
  ["/nowhere/", "dead"],
  ["./nobody.mdx", "dead"],
  ["../../../../x/", "outside"],
  ["../../../../x.md", "outside"],
  ["/2024/05/later/", "unpublished"],
  ["./later.mdx", "unpublished"],
  ["/old", "moved"],
  ["/old/#part", "moved"],
  ["/2024/05/withdrawn", "gone"],
])("%s is %s", (written, kind) => {
  expect(resolveLink(written, FROM, KNOWN).kind).toBe(kind);
});
