import { describe, expect, test } from "vitest";
import { readOwnHtml } from "./own-html.ts";
import type { SnippetContext } from "./own-html.ts";

const HEAD: SnippetContext = {
  key: "head",
  site: { origin: "https://paper.example", base: "/news/" },
  publicFiles: new Set(["public/count.js", "public/marks/leaf.svg"]),
  hosts: { script: ["https://stats.example"], img: ["https://ads.example"] },
};
const ADS: SnippetContext = { ...HEAD, key: "ads" };

function told(text: string, context = HEAD): string[] {
  const { diagnostics } = readOwnHtml(text, "head.html", context);
  return diagnostics.map(({ code, line, column }) => `${code} ${line}:${column}`);
}

test("a counter of the publication's own choice is printed as it was written, without comments", () => {
  const { html, diagnostics } = readOwnHtml(
    '<!-- Counts. -->\n<script defer src="https://stats.example/count.js" data-domain="paper.example"></script>\n<link rel="me" href="https://social.example/@paper">\n<meta name="a" content="b">\n',
    "head.html",
    HEAD,
  );
  expect(diagnostics).toEqual([]);
  expect(html).toBe(
    '<script defer src="https://stats.example/count.js" data-domain="paper.example"></script>\n<link rel="me" href="https://social.example/@paper">\n<meta name="a" content="b">',
  );
});

test("files of public/ have the addresses of pages", () => {
  const { html } = readOwnHtml('<script async src="/count.js?a"></script>', "head.html", HEAD);
  expect(html).toBe('<script async src="/news/count.js?a"></script>');
});

describe("what a head may not hold is told where it stands:", () => {
  test.each([
    ["a script in the page", "\n <script>count()</script>", ["part/html 2:2"]],
    ["styles in the page", "<style>a{}</style>", ["part/html 1:1"]],
    ["text", "Hello", ["part/html 1:1"]],
    ["other elements", "<title>A</title>\n<base href=/>", ["part/html 1:1", "part/html 2:1"]],
    ["a policy of its own", '<meta http-equiv="refresh" content="0">', ["part/html 1:1"]],
    [
      "an event handler",
      '<link rel="me" href="https://a.example/" onload="a()">',
      ["part/html 1:1"],
    ],
    [
      "a script that readers wait for",
      '<script src="https://stats.example/a.js"></script>',
      ["part/html 1:1"],
    ],
    [
      "an address without https",
      '<script async src="http://stats.example/a"></script>',
      ["part/html 1:1"],
    ],
    ["a path without a slash", '<script async src="count.js"></script>', ["part/html 1:1"]],
    ["a file that is not there", '<script async src="/cuont.js"></script>', ["part/html 1:1"]],
    ["a link that runs a program", '<link rel="me" href="javascript:a()">', ["part/html 1:1"]],
    ["a link to nothing", '<link rel="me">', ["part/html 1:1"]],
    [
      "hosts that are not listed for it",
      '<script async src="//ads.example/a.js"></script>\n<link rel="stylesheet" href="https://stats.example/a.css">\n<link rel="preconnect" href="https://b.example">',
      ["part/host 1:1", "part/host 2:1", "part/host 3:1"],
    ],
  ])("%s", (_, text, expected) => {
    expect(told(text)).toEqual(expected);
  });
});

test("an advertisement has pictures, links and frames of the hosts listed, and nothing that the head alone has", () => {
  const good =
    '<p><a href="https://shop.example/"><img src="https://ads.example/a.png" alt="Boots" width="300" height="250"></a></p>';
  expect(readOwnHtml(good, "ads/a.html", ADS)).toEqual({ html: good, diagnostics: [] });
  expect(
    told(
      '<meta name="a">\n<iframe src="https://ads.example/a"></iframe>\n<img src="https://ads.example/a" style="top:0">\n<a href="javascript:a()">A</a>',
      ADS,
    ),
  ).toEqual(["part/html 1:1", "part/host 2:1", "part/html 3:1", "part/html 4:1"]);
});
