import { expect, test } from "vitest";
import { markupFindings } from "./markup-findings.ts";
import { parseYaml } from "./yaml-document.ts";

function told(yaml: string, file = "articles/2026/03/a.mdx"): string[] {
  const { document } = parseYaml(yaml, file, 2);
  if (document === undefined) throw new Error(yaml);
  return markupFindings(document, file).map(
    ({ code, severity, line, column, message, fix }) =>
      `${severity} ${code} ${line}:${column} ${message} ${fix}`,
  );
}

test.each([
  ["title: A *starred* title", "2:8", "`title`", "*starred*", "starred"],
  ["title: A **bold** title", "2:8", "`title`", "**bold**", "bold"],
  ["title: An _underlined_ title", "2:8", "`title`", "_underlined_", "underlined"],
  ['title: "Use `npm ci`"', "2:8", "`title`", "`npm ci`", "npm ci"],
  ['title: "<b>Bold</b> title"', "2:8", "`title`", "<b>Bold</b>", "Bold"],
  ["title: By A&#x2014;B", "2:8", "`title`", "&#x2014;", "—"],
  ["title: Salt &amp; pepper", "2:8", "`title`", "&amp;", "&"],
  [
    "description: See [this](https://a.example) here",
    "2:14",
    "`description`",
    "[this](https://a.example)",
    "this",
  ],
  ["image: { src: a.png, alt: A *bee* }", "2:27", "`image.alt`", "*bee*", "bee"],
  [
    "corrections:\n  - { date: 2026-01-01, note: The *wrong* name }",
    "3:31",
    "`note` in entry 1 of `corrections`",
    "*wrong*",
    "wrong",
  ],
])("markup in plain text is told: %s", (yaml, place, where, written, plain) => {
  const subject = where.charAt(0).toUpperCase() + where.slice(1);
  expect(told(yaml)).toEqual([
    `warning text/markup ${place} ${subject} is plain text, so \`${written}\` is printed as it stands. Write \`${plain}\`.`,
  ]);
});

test("each piece is told", () => {
  expect(told('title: "A *starred* title & <b>bold</b>, _so_"')).toHaveLength(3);
});

test.each([
  "title: 5 * 3 * 2 = 30",
  "title: snake_case_name and __init__.py".replace("__init__", "init"),
  "title: AT&T; Q&A, R & D",
  "title: The <name> of a <b>, a < b > c",
  "title: What [sic] (really) is",
  "title: f*ck and s*it",
  "title: Feeds & more, a/b/c, 50%",
  "url: https://a.example/?a=1&copy=2&amp_x=_y_z",
  "aliases: [/2019/_old_name/]",
  "title: It’s 5 o’clock, isn't it",
])("plain text is not: %s", (yaml) => {
  expect(told(yaml)).toEqual([]);
});

test("what a post said is quoted as it was", () => {
  expect(told("text: It *is*.\nauthor: A *b* c", "posts/a.yaml")).toHaveLength(1);
});
