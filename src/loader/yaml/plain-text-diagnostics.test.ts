import { typed } from "../../checks/quoted.ts";
import { expect, test } from "vitest";
import { plainTextDiagnostics } from "./plain-text-diagnostics.ts";
import { parseYaml } from "./yaml-document.ts";

function told(yaml: string, file = "articles/2026/03/a.mdx"): string[] {
  const { document } = parseYaml(yaml, file, 2);
  if (document === undefined) throw new Error(yaml);
  return plainTextDiagnostics(document, file).map(
    ({ code, severity, line, column, message, fix }) =>
      `${severity} ${code} ${line}:${column} ${message} ${fix}`,
  );
}

test.each([
  ["title: A *starred* title", "2:10", "`title`", "*starred*", "starred"],
  ["title: A **bold** title", "2:10", "`title`", "**bold**", "bold"],
  ["title: An _underlined_ title", "2:11", "`title`", "_underlined_", "underlined"],
  ['title: "Use `npm ci`"', "2:13", "`title`", "`npm ci`", "npm ci"],
  ['title: "<b>Bold</b> title"', "2:9", "`title`", "<b>Bold</b>", "Bold"],
  ["title: By A&#x2014;B", "2:12", "`title`", "&#x2014;", "—"],
  ["title: Salt &amp; pepper", "2:13", "`title`", "&amp;", "&"],
  [
    "description: See [this](https://a.example) here",
    "2:18",
    "`description`",
    "[this](https://a.example)",
    "this",
  ],
  ["image: { src: a.png, alt: A *bee* }", "2:29", "`image.alt`", "*bee*", "bee"],
  [
    "corrections:\n  - { date: 2026-01-01, note: The *wrong* name }",
    "3:35",
    "`note` in entry 1 of `corrections`",
    "*wrong*",
    "wrong",
  ],
])("markup in plain text is told: %s", (yaml, location, where, written, plain) => {
  const subject = where.charAt(0).toUpperCase() + where.slice(1);
  expect(told(yaml)).toEqual([
    `warning text/markup ${location} ${subject} is plain text, so ${typed(written)} is shown as is. Write \`${plain}\` in its place.`,
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

test("what the check offers to be replaced is told of, unless it is the name of a card", () => {
  expect(told("title: WRITE THE HEADLINE HERE\ncategory: WRITE THE CATEGORY HERE")).toEqual([
    "error text/placeholder 2:8 `title` still contains the placeholder `WRITE THE HEADLINE HERE`. Write your own words in place of `WRITE THE HEADLINE HERE`.",
  ]);
  expect(told("text: WRITE WHAT THE POST SAYS HERE", "posts/a.yaml")).toHaveLength(1);
  expect(told("date: 2026-03-DD")).toEqual([
    "error text/placeholder 2:15 `date` still contains the placeholder `DD`. Write digits in place of the letters, as in `2026-03-31`.",
  ]);
});
