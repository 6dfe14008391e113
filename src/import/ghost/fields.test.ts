import { expect, test } from "vitest";
import { captionParts } from "./caption.ts";
import { HeadingIds } from "./heading-ids.ts";
import { readRedirects } from "./redirects-file.ts";
import { instantIn } from "./row-date.ts";
import { siteAddress } from "./site-address.ts";

test.each([
  ["2020-01-02T03:04:05.000Z", "2020-01-02T03:04:05Z"],
  ["2020-01-02 03:04:05", "2020-01-02T03:04:05Z"],
  ["2020-01-02T03:04:05+02:00", "2020-01-02T01:04:05Z"],
  ["2020-01-02T03:04:05+0200", "2020-01-02T01:04:05Z"],
  [1_577_934_245_000, "2020-01-02T03:04:05Z"],
  ["1577934245000", "2020-01-02T03:04:05Z"],
  ["0000-00-00 00:00:00", undefined],
  ["2020-02-30 00:00:00", undefined],
  ["", undefined],
  [null, undefined],
  ["soon", undefined],
  [1e18, undefined],
])("the date %s", (value, expected) => {
  expect(instantIn({ at: value }, "at")).toBe(expected);
});

test.each([
  ["", {}],
  ["A river in winter.", { caption: "A river in winter." }],
  [
    'Photo by <a href="https://x.example">Ann Lee</a> / <a href="https://unsplash.com">Unsplash</a>',
    { credit: "Ann Lee / Unsplash" },
  ],
  ["Photo by Ann on Unsplash", { credit: "Ann on Unsplash" }],
  ["A river. Photo: Ann Lee", { caption: "A river.", credit: "Ann Lee" }],
  ["A river (Photo: Ann Lee)", { caption: "A river", credit: "Ann Lee" }],
  ["Foto: Ann Lee", { credit: "Ann Lee" }],
  ["Crédit: Ann Lee", { credit: "Ann Lee" }],
  ["Photography is his trade, by and by", { caption: "Photography is his trade, by and by" }],
  ["Image by image, it fades", { caption: "Image by image, it fades" }],
])("the caption %s", (html, expected) => {
  expect(captionParts(html)).toEqual(expected);
});

test("headings have the ids that Ghost gives them", () => {
  const ids = new HeadingIds();
  expect(
    ["Über uns!", "Über uns", "What's new? (2020)", "a – b", "..."].map((text) => ids.idOf(text)),
  ).toEqual(["über-uns", "über-uns-1", "whats-new-2020", "a-–-b", ""]);
});

test.each([
  ["/a/", "https://old.example/blog/a/"],
  ["__GHOST_URL__/a/", "https://old.example/blog/a/"],
  ["/blog/a/", "https://old.example/blog/a/"],
  ["/blogs/", "https://old.example/blog/blogs/"],
  ["__GHOST_URL__", "https://old.example/blog/"],
  ["https://else.example/", "https://else.example/"],
  ["//cdn.example/a", "//cdn.example/a"],
  ["#/portal", "#/portal"],
])("the address %s", (address, expected) => {
  expect(siteAddress(address, "https://old.example/blog/")).toBe(expected);
});

test("redirects are read from JSON and YAML alike", () => {
  const expected = {
    redirects: [
      { from: "https://old.example/a/", to: "https://old.example/b/" },
      { from: "https://old.example/c.html", to: "https://old.example/d/" },
    ],
    notes: [
      expect.stringContaining("is a pattern"),
      expect.stringContaining("another site"),
    ] as unknown,
  };
  const json = JSON.stringify([
    { from: "/a/", to: "/b/", permanent: true },
    { from: "^\\/c\\.html$", to: "__GHOST_URL__/d/" },
    { from: "^/x/(.*)", to: "/$1" },
    { from: "/shop", to: "https://shop.example/" },
  ]);
  const yaml =
    "301:\n  /a/: /b/\n  ^\\/c\\.html$: /d/\n302:\n  ^/x/(.*): /$1\n  /shop: https://shop.example/\n";
  for (const text of [json, yaml])
    expect(readRedirects(text, "redirects", "https://old.example/")).toEqual(expected);
  expect(readRedirects("a: [", "redirects", undefined).notes[0]).toContain("cannot be read");
});
