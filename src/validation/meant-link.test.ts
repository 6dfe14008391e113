import { describe, expect, test } from "vitest";
import { addressElsewhere, meantAddress } from "./meant-link.ts";
import { resolveLink } from "../urls/resolve-link.ts";

const KNOWN = {
  origin: "https://paper.example",
  base: "/news/",
  pages: new Map<string, ReadonlySet<string> | undefined>([
    ["/", undefined],
    ["/2026/02/sound/", new Set(["why"])],
    ["/2026/03/other/", new Set<string>()],
    ["/2026/03/story/", new Set<string>()],
    ["/town/", undefined],
    ["/about/", new Set(["team"])],
    ["/kit 2.pdf", undefined],
  ]),
  moved: new Map([
    ["/2026/03/before/", "/2026/02/sound/"],
    ["/2026/02/earlier/", "/2026/03/other/"],
    ["/away/", "https://elsewhere.example/"],
  ]),
  takedowns: new Set<string>(),
  unpublished: new Set(["/2026/04/later/"]),
  byFile: new Map([
    ["articles/2026/02/sound.mdx", "/2026/02/sound/"],
    ["articles/2026/03/other.md", "/2026/03/other/"],
    ["articles/2026/03/story.mdx", "/2026/03/story/"],
    ["articles/2026/04/later.mdx", "/2026/04/later/"],
    ["pages/about.md", "/about/"],
    ["public/kit 2.pdf", "/kit 2.pdf"],
  ]),
};
const FROM = { file: "articles/2026/03/story.mdx", path: "/2026/03/story/" };

describe("a link that is written in another way is offered as it is typed:", () => {
  test.each([
    ["./other.mdx", "/2026/03/other/"],
    ["other.md#top", "/2026/03/other/#top"],
    ["other.markdown", "/2026/03/other/"],
    ["../02/sound.md#why", "/2026/02/sound/#why"],
    ["../02/sound.md#nothing", "/2026/02/sound/"],
    ["/2026/02/sound.mdx", "/2026/02/sound/"],
    ["/2026/02/sound.html", "/2026/02/sound/"],
    ["/2026/02/sound/index.html", "/2026/02/sound/"],
    ["/2026/02/Sound/", "/2026/02/sound/"],
    ["/articles/2026/02/sound.mdx", "/2026/02/sound/"],
    ["articles/2026/02/sound", "/2026/02/sound/"],
    ["content/articles/2026/02/sound.mdx", "/2026/02/sound/"],
    ["../../../content/pages/about.md#team", "/about/#team"],
    ["..\\02\\sound.mdx", "/2026/02/sound/"],
    ["2026/02/sound", "/2026/02/sound/"],
    ["other", "/2026/03/other/"],
    ["./other/", "/2026/03/other/"],
    ["about", "/about/"],
    ["/news/about/", "/about/"],
    ["/2026/02/14/sound/", "/2026/02/sound/"],
    ["2026-02-14-sound.md", "/2026/02/sound/"],
    ["/public/kit 2.pdf", "/kit%202.pdf"],
    ["public/kit%202.pdf", "/kit%202.pdf"],
    ["https://paper.example/news/2026/02/sound.html?from=here", "/2026/02/sound/?from=here"],
    ["/2026/04/later.html", "/2026/04/later/"],
    ["./before.mdx", "/2026/02/sound/"],
    ["./before.mdx#why", "/2026/02/sound/#why"],
    ["../02/earlier.md", "/2026/03/other/"],
    ["/articles/2026/02/earlier.md", "/2026/03/other/"],
  ])("%s as %s", (written, typed) => {
    const meant = meantAddress(written, FROM, KNOWN);
    // A file beside the text is found as it is.
    if (resolveLink(written, FROM, KNOWN).kind !== "internal")
      expect(meant).toEqual({ typed, sure: true });
    expect(["internal", "unpublished"]).toContain(resolveLink(typed, FROM, KNOWN).kind);
  });

  test.each([
    "/2026/02/sond/",
    "nowhere",
    "/",
    "#part",
    "?q=1",
    "./notes.txt",
    "/2026/03/",
    "./away.mdx",
  ])("%s is nothing of the kind", (written) => {
    if (resolveLink(written, FROM, KNOWN).kind !== "internal")
      expect(meantAddress(written, FROM, KNOWN)).toBeUndefined();
  });
});

test.each([
  ["www.example.org", "https://www.example.org/"],
  ["WWW.Example.org/a?b=c#d", "https://WWW.Example.org/a?b=c#d"],
  ["www.example.org?b=c", "https://www.example.org/?b=c"],
  ["example.org", "https://example.org/"],
  ["example.org:8080/a", "https://example.org:8080/a"],
  ["sub.example.co.uk", "https://sub.example.co.uk/"],
  ["bücher.de", "https://bücher.de/"],
  ["far.example/x", "https://far.example/x"],
  ["jo@paper.example", "mailto:jo@paper.example"],
  ["jo.doe+news@paper.example?subject=Hi", "mailto:jo.doe+news@paper.example?subject=Hi"],
])("%s lacks its beginning: %s", (written, typed) => {
  expect(addressElsewhere(written)?.meant).toEqual({ typed, sure: true });
});

test.each([
  "story.md",
  "photo.jpg",
  "report.pdf",
  "data.csv",
  "a.zip",
  "old-page.html",
  "notes.txt",
  "x",
  "a@b",
  "/www.example.org",
  "./example.org",
  "v1.2",
])("%s is no address elsewhere", (written) => {
  expect(addressElsewhere(written)).toBeUndefined();
});
